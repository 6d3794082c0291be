import { expect, test } from 'vitest'
import type { Answer } from '../api'
import { gather, mostChosen } from './gather'

/** A list of so many cases, two hundred a page. */
function listOf(count: number) {
  const asked: string[] = []
  const ask = (async (path: string) => {
    asked.push(path)
    const from = +(new URLSearchParams(path.split('?')[1]).get('after') ?? '0')
    const cards = Array.from({ length: Math.min(200, count - from) }, (_, n) => ({ id: String(from + n) }))
    return { kind: 'done', value: { cards, next: from + 200 < count ? String(from + 200) : null } }
  }) as <Value>(path: string) => Promise<Answer<Value>>
  return { ask, asked }
}

test('every case that fits the filter is chosen, also those the board has not drawn', async () => {
  const { ask, asked } = listOf(230)
  expect(await gather(ask, 'whose=us&whose=client&q=%E5%BC%A0')).toHaveLength(230)
  expect(asked).toEqual([
    'cases?whose=us&whose=client&q=%E5%BC%A0&limit=200',
    'cases?whose=us&whose=client&q=%E5%BC%A0&limit=200&after=200',
  ])
})

test('never more than can be done at once', async () => {
  expect(await gather(listOf(5_000).ask, '')).toHaveLength(mostChosen)
})

test('a lost connection chooses nothing, rather than a part', async () => {
  expect(await gather(async () => ({ kind: 'lost' }), '')).toBeUndefined()
})
