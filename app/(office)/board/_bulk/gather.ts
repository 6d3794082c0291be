import type { Card } from '@/lib/cases/card'
import type { Answer } from '../api'

/** So many cases can be worked on at once: more than an office's week, few enough to wait for. */
export const mostChosen = 500
const pageSize = 200

type Ask = <Value>(path: string) => Promise<Answer<Value>>
type Page = { cards: Card[]; next: string | null }

/** Every open case that fits the filters of the board, page by page; nothing where the connection is lost. */
export async function gather(ask: Ask, query: string): Promise<Card[] | undefined> {
  const found: Card[] = []
  for (let after = ''; found.length < mostChosen; ) {
    const page = await ask<Page>(
      `cases?${new URLSearchParams([...new URLSearchParams(query), ['limit', String(pageSize)], ...of(after)])}`,
    )
    if (page.kind !== 'done') return undefined
    found.push(...page.value.cards)
    if (page.value.next === null) break
    after = page.value.next
  }
  return found.slice(0, mostChosen)
}

const of = (after: string): [string, string][] => (after === '' ? [] : [['after', after]])
