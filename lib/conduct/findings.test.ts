import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProductType } from '@/db/vocabulary'
import { citations } from '@/lib/letters/citations'
import { findingsOf, type Logged } from './findings'
import { instruments } from './rules'

// The rules of domain.md 3.5; times are on the clock of Shanghai.

const call = (at: string, over: Partial<Logged> = {}): Logged => ({
  ...{ id: randomUUID(), at: new Date(`${at}+08:00`), channel: 'PHONE', party: '某催收公司' },
  ...{ person: 'DEBTOR', isAnswered: true, isAgreed: false, isDisclosed: false, wasRefused: false, isUnreachable: false },
  ...over,
})
const rulesOf = (contacts: Logged[], productType: ProductType = 'CONSUMER_LOAN') => {
  const found = findingsOf(contacts, { timeZone: 'Asia/Shanghai', productType })
  return contacts.map(({ id }) => (found.get(id) ?? []).map(({ rule, sureness }) => `${rule} ${sureness}`))
}
const last = (contacts: Logged[], product?: ProductType) => rulesOf(contacts, product).at(-1)

describe('collection at night', () => {
  test('from 22:00 to 08:00 is a breach unless it was agreed, to the minute', () => {
    const at = (time: string) => last([call(`2025-06-01T${time}:00`)])
    expect([at('21:59'), at('22:00'), at('07:59'), at('08:00')]).toEqual([
      [],
      ['NIGHT_STANDARD CLEAR'],
      ['NIGHT_STANDARD CLEAR'],
      [],
    ])
    expect(last([call('2025-06-01T23:00:00', { isAgreed: true })])).toEqual([])
    expect(last([call('2025-06-01T23:00:00', { channel: 'LETTER' })])).toEqual([])
  })
  test('before the standard was in force nothing was breached, on its first day it was', () => {
    expect(last([call('2025-02-27T23:30:00')])).toEqual([])
    expect(last([call('2025-02-28T23:30:00')])).toEqual(['NIGHT_STANDARD CLEAR'])
  })
  test('the banking association’s guide adds to it for a bank, and only perhaps for another lender', () => {
    const late = [call('2026-03-01T23:00:00')]
    expect(last(late, 'CREDIT_CARD')).toEqual(['NIGHT_GUIDE CLEAR'])
    expect(last(late, 'CONSUMER_LOAN')).toEqual(['NIGHT_STANDARD CLEAR', 'NIGHT_GUIDE DEPENDS'])
    expect(last([call('2026-01-31T23:00:00')], 'CREDIT_CARD')).toEqual([])
  })
})

describe('how often', () => {
  const calls = (n: number, over: Partial<Logged> = {}) =>
    Array.from({ length: n }, (_, i) => call(`2026-03-02T${String(9 + i).padStart(2, '0')}:00:00`, over))
  test('three answered calls a day are allowed, the fourth is a breach, and a new day begins anew', () => {
    expect(rulesOf(calls(4))).toEqual([[], [], [], ['FOURTH_CALL CLEAR']])
    expect(last([...calls(3), call('2026-03-03T09:00:00')])).toEqual([])
  })
  test('unanswered dialling counts apart: six are allowed', () => {
    const dials = calls(7, { isAnswered: false })
    expect(last(dials, 'BANK_LOAN')).toEqual(['SEVENTH_DIAL CLEAR'])
    expect(last(dials.slice(0, 6), 'BANK_LOAN')).toEqual([])
    expect(last([...calls(3), ...calls(1, { isAnswered: false })])).toEqual([])
  })
  test('calls of two parties together are a breach only if they act for one another', () => {
    expect(last([...calls(3), call('2026-03-02T20:00:00', { party: '另一家' })])).toEqual(['FOURTH_CALL DEPENDS'])
  })
  test('the order in which calls are logged does not matter', () => {
    const four = calls(4)
    expect(rulesOf(four.toReversed())).toEqual(rulesOf(four).toReversed())
  })
})

describe('other people', () => {
  test('turning to family while the debtor can be reached is a breach, telling them of the debt always', () => {
    const sister = { person: 'RELATED', isAnswered: true } as const
    expect(last([call('2025-06-01T10:00:00', sister)])).toEqual(['THIRD_PERSON CLEAR'])
    expect(last([call('2025-06-01T10:00:00', { ...sister, isUnreachable: true })])).toEqual([])
    expect(last([call('2025-06-01T10:00:00', { ...sister, isUnreachable: true, isDisclosed: true })])).toEqual([
      'DEBT_TOLD CLEAR',
    ])
    expect(last([call('2025-06-01T10:00:00', { ...sister, isUnreachable: true, wasRefused: true })])).toEqual([
      'REFUSED_BEFORE CLEAR',
    ])
  })
  test('telling the debtor of the debt is no breach', () => {
    expect(last([call('2025-06-01T10:00:00', { isDisclosed: true, wasRefused: true })])).toEqual([])
  })
  test('a stranger is called at all only if nobody else can be reached, and then it depends', () => {
    const stranger = { person: 'UNRELATED' } as const
    expect(last([call('2026-03-01T10:00:00', stranger)], 'CREDIT_CARD')).toEqual(['STRANGER CLEAR'])
    expect(last([call('2026-03-01T10:00:00', { ...stranger, isUnreachable: true })], 'CREDIT_CARD')).toEqual(['STRANGER DEPENDS'])
  })
})

test('what a letter may cite covers the same products from the same day', () => {
  const { from, products, certainty } = citations.cite_gbt_45251
  expect({ from, products, certainty }).toEqual({
    ...{ from: instruments.GBT_45251.from, products: instruments.GBT_45251.products },
    certainty: instruments.GBT_45251.certainty,
  })
})
