import { describe, expect, test } from 'vitest'
import { isCivilDate } from '@/lib/platform/dates'
import { startingDirectory } from './directory'
import { isStale } from './stale-contact'

const products = startingDirectory.flatMap((creditor) => creditor.products)

describe('the directory an office starts with', () => {
  test('SD-01 借呗 belongs to its licensed lender, the bank loan is 信用贷, and a card is a card', () => {
    const held = startingDirectory.flatMap(({ legalName, products: sold }) =>
      sold.map(({ brand, type }) => [brand, type, legalName]),
    )
    expect(held).toEqual([
      ['借呗', 'CONSUMER_LOAN', '重庆蚂蚁消费金融有限公司'],
      ['信用贷', 'BANK_LOAN', '合作银行（以借款合同为准）'],
      ['信用卡', 'CREDIT_CARD', '发卡银行（以卡片和账单为准）'],
    ])
  })
  test('SD-12 SD-13 the limits of 借呗 are those of the source documents', () => {
    expect(products[0]).toMatchObject({ maxLimit: '300000.00', minTermDays: 7, maxTermMonths: 12 })
  })
  test('every fact says where it comes from and when it was looked up', () => {
    for (const { source, asOf } of [...startingDirectory, ...products]) {
      expect(source).not.toBe('')
      expect(isCivilDate(asOf)).toBe(true)
    }
  })
})

test('SP-10 contact details are marked once they are older than 180 days', () => {
  // 180 days after 2026-01-01 is 2026-06-30.
  expect(isStale('2026-01-01', '2026-06-30')).toBe(false)
  expect(isStale('2026-01-01', '2026-07-01')).toBe(true)
})
