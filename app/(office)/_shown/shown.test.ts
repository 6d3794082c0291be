import { describe, expect, test } from 'vitest'
import { besideIn, readShown, samePageOf, shownText } from './shown'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const shown = { place: 'board', href: '/board?whose=us', ids: [id(1), id(2), id(3)] } as const

describe('the cases beside one', () => {
  test('are those above and below it where one came from', () => {
    expect(besideIn(shown, id(2))).toEqual({ position: 2, count: 3, previous: id(1), next: id(3) })
  })

  test('end where the list ends, and do not begin anew', () => {
    expect(besideIn(shown, id(1))?.previous).toBeUndefined()
    expect(besideIn(shown, id(3))?.next).toBeUndefined()
  })

  test('are not claimed for a case that was not shown there', () => expect(besideIn(shown, id(9))).toBeUndefined())
})

describe('going on', () => {
  test('keeps to the page of the case one is on', () => {
    expect(samePageOf(`/cases/${id(1)}`, id(2))).toBe(`/cases/${id(2)}`)
    expect(samePageOf(`/cases/${id(1)}/money`, id(2))).toBe(`/cases/${id(2)}/money`)
  })

  test('leads from one proposal to the proposals of the next case', () => {
    expect(samePageOf(`/cases/${id(1)}/proposals/${id(7)}`, id(2))).toBe(`/cases/${id(2)}/proposals`)
  })
})

describe('what a tab remembers', () => {
  test('comes back as it was kept', () => expect(readShown(shownText(shown))).toEqual(shown))

  test('is so many and no more', () => {
    const many = Array.from({ length: 5_000 }, () => id(1))
    expect(readShown(shownText({ ...shown, ids: many }))?.ids).toHaveLength(1_000)
  })

  test('is left alone where it is none of ours', () => {
    const others = [null, '', '{', 'null', '7', '{}', '{"place":"moon","href":"/board","ids":[]}']
    expect(others.map(readShown)).toEqual(others.map(() => undefined))
  })

  test('leads nowhere but into the product, and to nothing but cases', () => {
    for (const href of ['https://elsewhere.example', '//elsewhere.example', 'javascript:alert(1)'])
      expect(readShown(JSON.stringify({ ...shown, href }))).toBeUndefined()
    expect(readShown(JSON.stringify({ ...shown, ids: [id(1), '../../settings', 4] }))?.ids).toEqual([id(1)])
  })
})
