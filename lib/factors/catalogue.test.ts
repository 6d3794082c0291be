import { describe, expect, test } from 'vitest'
import type { FactorValue } from '@/db/schema/proposals'
import { type FactorId, factorIds } from '@/db/vocabulary'
import { money, rate } from '@/lib/platform/money'
import { catalogue, computeFactors } from './catalogue'
import type { DebtFacts, FactorFacts } from './facts'

const sentOn = '2026-11-21'

const aDebt = (given: Partial<DebtFacts> = {}): DebtFacts => ({
  dueOn: given.oldestUnpaidDueOn ?? (given.nextDueOn === undefined ? '2026-12-05' : given.nextDueOn),
  oldestUnpaidDueOn: null,
  nextDueOn: '2026-12-05',
  dailyPercent: rate('0.04'),
  remainingPeriods: 6,
  instalment: money('4000'),
  offeredInstalment: money('2000'),
  offer: [{ due: '2026-12-05', payment: money('2000') }],
  balance: money('24000'),
  outstanding: given.balance ?? money('24000'),
  balanceOn: '2026-11-20',
  overdueEpisodes: 2,
  onTimePercent: rate('90'),
  earlierRestructures: 1,
  fundingMode: 'OWN',
  holderStage: 'IN_HOUSE',
  ...given,
})

const theFacts = (given: Partial<FactorFacts> = {}): FactorFacts => ({
  openedOn: '2026-11-06',
  firstHardshipContactOn: '2026-11-10',
  hardship: { type: 'ILLNESS', startedOn: '2026-09-01', incomeBefore: money('8000'), incomeVerified: true },
  statement: { income: money('5200'), disposable: money('2200') },
  debts: [aDebt()],
  otherDebts: [],
  creditors: { count: 1, balanceOfAll: money('24000') },
  evidence: { required: [], verified: [], creditReportOn: null },
  requests: [],
  sinceHardship: null,
  reliefs: ['LOWER_INSTALMENT', 'TERM_EXTENSION', 'LOWER_INSTALMENT'],
  sourceOfFunds: '工资',
  channel: 'APP_CHAT',
  speaker: 'COUNSELLOR_WITH_AUTHORITY',
  creditorId: 'a-creditor',
  productId: 'a-product',
  ratedWillingness: 4,
  ...given,
})

const value = (id: FactorId, given: Partial<FactorFacts> = {}) => catalogue[id].compute(theFacts(given), sentOn)
const ofDebt = (id: FactorId, given: Partial<DebtFacts>) => value(id, { debts: [aDebt(given)] })

const hasGap = (frozen: FactorValue) => frozen === null || (typeof frozen === 'object' && Object.values(frozen).includes(null))

test('every factor has a row, and a version without facts is missing them with a code instead of a guess', () => {
  const nothing = theFacts({
    firstHardshipContactOn: null,
    hardship: null,
    statement: null,
    ratedWillingness: null,
    sourceOfFunds: '',
    channel: null,
    speaker: null,
    debts: [
      aDebt({
        nextDueOn: null,
        dailyPercent: null,
        remainingPeriods: null,
        instalment: null,
        overdueEpisodes: null,
        onTimePercent: null,
        fundingMode: null,
        holderStage: null,
      }),
    ],
  })
  const { values, missing } = computeFactors(nothing, sentOn)
  expect(Object.keys(values)).toEqual([...factorIds])
  for (const id of factorIds) expect(hasGap(values[id]), id).toBe(id in missing)
  expect(missing).toEqual({
    'F-01': 'NO_DUE_DATE',
    'F-02': 'NO_DUE_DATE',
    'F-03': 'NO_FIRST_CONTACT',
    'F-05': 'NO_HARDSHIP',
    'F-06': 'NO_STATEMENT',
    'F-07': 'NO_STATEMENT',
    'F-08': 'NO_STATEMENT',
    'F-09': 'NO_STATEMENT',
    'F-13': 'NONE_DUE',
    'F-15': 'NOT_RECORDED',
    'F-16': 'NOT_RECORDED',
    'F-17': 'NOT_RECORDED',
    'F-18': 'NO_REPORT',
    'F-20': 'NO_RATE',
    'F-21': 'NO_TERM',
    'F-24': 'NOT_RECORDED',
    'F-25': 'NOT_RECORDED',
    'F-27': 'NOT_RECORDED',
  })
})

describe('timing', () => {
  test('SF-12 F-01 counts days past due to the day of sending, negative while days still run', () => {
    expect(value('F-01')).toEqual({ value: -14 })
    expect(ofDebt('F-01', { oldestUnpaidDueOn: '2026-10-05' })).toEqual({ value: 47 })
    expect(ofDebt('F-01', { oldestUnpaidDueOn: sentOn })).toEqual({ value: 0 })
    expect(ofDebt('F-01', { nextDueOn: null })).toEqual({ missing: 'NO_DUE_DATE' })
  })

  test('F-01 takes the loan note that is unpaid for longest', () => {
    expect(value('F-01', { debts: [aDebt(), aDebt({ oldestUnpaidDueOn: '2026-11-01' })] })).toEqual({ value: 20 })
  })

  test.each([
    ['2026-11-21', 'NOT_DUE'],
    ['2026-11-20', 'D1_30'],
    ['2026-10-22', 'D1_30'],
    ['2026-10-21', 'D31_90'],
    ['2026-08-23', 'D31_90'],
    ['2026-08-22', 'D91_180'],
    ['2026-05-25', 'D91_180'],
    ['2026-05-24', 'D181_UP'],
  ])('F-02 puts a debt unpaid since %s into the band %s', (oldestUnpaidDueOn, band) => {
    expect(ofDebt('F-02', { oldestUnpaidDueOn })).toEqual({ value: band })
  })

  test('SF-02 F-03 is negative where the creditor heard before any due date was missed', () => {
    expect(value('F-03', { firstHardshipContactOn: '2026-11-30' })).toEqual({ value: -5 })
    expect(value('F-03', { firstHardshipContactOn: '2026-10-30' })).toEqual({ value: -6 })
  })

  test('F-03 counts from the first due date missed since the hardship began', () => {
    const missedOn = (oldestUnpaidDueOn: string) =>
      value('F-03', { firstHardshipContactOn: '2026-10-15', debts: [aDebt({ oldestUnpaidDueOn })] })
    expect(missedOn('2026-10-05')).toEqual({ value: 10 })
    // Unpaid since before the hardship: the first one missed after it began is 5 September.
    expect(missedOn('2026-07-05')).toEqual({ value: 40 })
  })

  test('F-03 needs a first contact and a hardship', () => {
    expect(value('F-03', { firstHardshipContactOn: null })).toEqual({ missing: 'NO_FIRST_CONTACT' })
    expect(value('F-03', { hardship: null })).toEqual({ missing: 'NO_HARDSHIP' })
  })

  test('F-04 counts the days from opening to sending', () => expect(value('F-04')).toEqual({ value: 15 }))
  test('F-26 names the quarter of sending', () => expect(value('F-26')).toEqual({ value: '2026Q4' }))
})

describe('hardship and ability', () => {
  test('SF-04 SF-06 F-05 is the primary cause', () => expect(value('F-05')).toEqual({ value: 'ILLNESS' }))

  test('SF-04 F-06 is the fall of income since before the hardship, clipped, with its source', () => {
    expect(value('F-06')).toEqual({ value: { drop: '0.3500', verified: true } })
    const grown = { statement: { income: money('20000'), disposable: money('1') } }
    expect(value('F-06', grown)).toEqual({ value: { drop: '-1.0000', verified: true } })
    const hardship = { type: 'ILLNESS', startedOn: '2026-09-01', incomeBefore: null, incomeVerified: false } as const
    expect(value('F-06', { hardship })).toEqual({ missing: 'NO_INCOME_BEFORE' })
  })

  test('SF-09 F-07 compares what is left over with the instalments of the contract', () => {
    expect(value('F-07')).toEqual({ value: '0.5500' })
    expect(ofDebt('F-07', { instalment: null })).toEqual({ missing: 'NO_INSTALMENT' })
    expect(ofDebt('F-07', { instalment: money('0') })).toEqual({ missing: 'NO_INSTALMENT' })
  })

  test('SF-11 F-08 compares what is offered with what is left over, and says NEG where nothing is', () => {
    expect(value('F-08')).toEqual({ value: '0.9091' })
    expect(value('F-08', { statement: { income: money('5200'), disposable: money('-10') } })).toEqual({ missing: 'NEG' })
  })

  test('SF-09 F-09 adds the contractual payments of all loan notes and divides by income', () => {
    expect(value('F-09')).toEqual({ value: '0.7692' })
    const other = { instalment: money('1200'), creditStatus: 'CURRENT' }
    expect(value('F-09', { otherDebts: [other] })).toEqual({ value: '1.0000' })
    expect(value('F-09', { otherDebts: [{ ...other, instalment: null }] })).toEqual({ missing: 'NO_INSTALMENT' })
    expect(value('F-09', { statement: { income: money('0'), disposable: money('0') } })).toEqual({ missing: 'NO_INCOME' })
  })

  test('SF-01 F-17 is what was paid since the hardship out of what had fallen due', () => {
    expect(value('F-17')).toEqual({ missing: 'NOT_RECORDED' })
    expect(value('F-17', { sinceHardship: { paid: money('300'), due: money('1200') } })).toEqual({ value: '0.2500' })
    expect(value('F-17', { sinceHardship: { paid: money('300'), due: money('0') } })).toEqual({ missing: 'NONE_DUE' })
  })
})

describe('balances and creditors', () => {
  test('F-10 counts creditors and states the share of this one', () => {
    const creditors = { count: 3, balanceOfAll: money('96000') }
    expect(value('F-10', { creditors })).toEqual({ value: { creditors: 3, share: '0.2500' } })
  })

  test('F-11 is what the latest bill shows, flagged when the bill is more than 30 days old', () => {
    const balanceFrom = (balanceOn: string | null) => ofDebt('F-11', { balanceOn })
    expect(balanceFrom('2026-10-22')).toEqual({ value: { balance: '24000.00', stale: false } })
    expect(balanceFrom('2026-10-21')).toEqual({ value: { balance: '24000.00', stale: true } })
    expect(balanceFrom(null)).toEqual({ value: { balance: '24000.00', stale: true } })
  })

  test('SF-14 F-25 says who decides', () => {
    expect(value('F-25')).toEqual({
      value: { creditor: 'a-creditor', product: 'a-product', fundingMode: 'OWN', holderStage: 'IN_HOUSE' },
    })
  })

  test('SF-14 F-25 keeps what is known where nobody said whose money it is or who holds the claim', () => {
    const known = { creditor: 'a-creditor', product: 'a-product', fundingMode: 'OWN', holderStage: null }
    expect(ofDebt('F-25', { holderStage: null })).toEqual({ value: known, missing: 'NOT_RECORDED' })
    expect(ofDebt('F-25', { fundingMode: null, holderStage: null })).toEqual({
      value: { ...known, fundingMode: null },
      missing: 'NOT_RECORDED',
    })
  })
})

describe('evidence', () => {
  const required = [['PAYSLIP', 'UNEMPLOYMENT_CERT'], ['BANK_STATEMENT']]
  const item = (code: string, issuer = 'CLIENT') => ({ code, issuer })

  test('SF-05 F-12 counts a group of alternatives once', () => {
    const complete = (...verified: ReturnType<typeof item>[]) =>
      value('F-12', { evidence: { required, verified, creditReportOn: null } })
    expect(complete(item('PAYSLIP'), item('UNEMPLOYMENT_CERT'))).toEqual({ value: '0.5000' })
    expect(complete(item('PAYSLIP'), item('BANK_STATEMENT'))).toEqual({ value: '1.0000' })
    expect(complete()).toEqual({ value: '0.0000' })
    expect(value('F-12')).toEqual({ value: '0.0000' })
  })

  test('SF-13 F-13 counts requests met by their deadline out of those due by the day of sending', () => {
    const requests = [
      { deadline: '2026-11-10', fulfilledOn: '2026-11-10' },
      { deadline: '2026-11-12', fulfilledOn: '2026-11-13' },
      { deadline: '2026-11-14', fulfilledOn: null },
      { deadline: '2026-12-01', fulfilledOn: null },
    ]
    expect(value('F-13', { requests })).toEqual({ value: '0.3333' })
    expect(value('F-13', { requests: requests.slice(3) })).toEqual({ missing: 'NONE_DUE' })
  })

  test('SF-05 F-14 asks for a verified item of an employer, a hospital or the government', () => {
    const verifiedFrom = (issuer: string) =>
      value('F-14', { evidence: { required, verified: [item('X', issuer)], creditReportOn: null } })
    expect(verifiedFrom('HOSPITAL')).toEqual({ value: true })
    expect(verifiedFrom('CLIENT')).toEqual({ value: false })
  })
})

describe('record', () => {
  test('SF-08 F-15 adds the episodes, SF-10 F-16 takes the worst loan note, F-23 adds restructures', () => {
    const debts = [aDebt(), aDebt({ overdueEpisodes: 1, onTimePercent: rate('75'), earlierRestructures: 0 })]
    expect(value('F-15', { debts })).toEqual({ value: 3 })
    expect(value('F-16', { debts })).toEqual({ value: '0.7500' })
    expect(value('F-23', { debts })).toEqual({ value: 1 })
    expect(value('F-15', { debts: [aDebt(), aDebt({ overdueEpisodes: null })] })).toEqual({ missing: 'NOT_RECORDED' })
    expect(value('F-16', { debts: [aDebt(), aDebt({ onTimePercent: null })] })).toEqual({ missing: 'NOT_RECORDED' })
  })

  test('SF-07 F-18 believes a report of the last 90 days, and only what it says', () => {
    const clean = (creditReportOn: string | null, ...statuses: string[]) =>
      value('F-18', {
        evidence: { required: [], verified: [], creditReportOn },
        otherDebts: statuses.map((creditStatus) => ({ instalment: null, creditStatus })),
      })
    expect(clean('2026-08-23', 'CURRENT')).toEqual({ value: true })
    expect(clean('2026-08-23', 'CURRENT', 'OVERDUE_REPORTED')).toEqual({ value: false })
    expect(clean('2026-08-22', 'CURRENT')).toEqual({ missing: 'NO_REPORT' })
    expect(clean(null, 'CURRENT')).toEqual({ missing: 'NO_REPORT' })
    expect(clean('2026-11-01', 'CURRENT', 'UNKNOWN')).toEqual({ missing: 'NOT_RECORDED' })
    expect(clean('2026-11-01')).toEqual({ missing: 'NOT_RECORDED' })
  })

  test('SF-01 SF-03 F-27 is the rating given before sending', () => expect(value('F-27')).toEqual({ value: 4 }))
})

describe('offer', () => {
  test('SF-15 F-19 keeps every relief asked for, once, in the order of the vocabulary', () => {
    expect(value('F-19')).toEqual({ value: ['TERM_EXTENSION', 'LOWER_INSTALMENT'] })
  })

  test('SF-11 F-20 discounts the offer at the contract rate from the day of sending', () => {
    // 12,000 and one month of 1.2 % later 12,144: worth the balance, so nothing is conceded.
    const oneRow = (payment: string, due = '2026-12-21') =>
      ofDebt('F-20', { balance: money('12000'), offer: [{ due, payment: money(payment) }] })
    expect(oneRow('12144')).toEqual({ value: '0.0000' })
    expect(oneRow('6072')).toEqual({ value: '0.5000' })
    // Sixty days later the same amount is worth 1.2 % less again: 1 − 1 / 1.012 ≈ 0.0119.
    expect(oneRow('12144', '2027-01-20')).toEqual({ value: '0.0119' })
    expect(ofDebt('F-20', { dailyPercent: null })).toEqual({ missing: 'NO_RATE' })
  })

  test('SF-11 F-21 compares term and instalment with the contract', () => {
    const offer = Array.from({ length: 12 }, () => ({ due: '2026-12-05', payment: money('2000') }))
    expect(ofDebt('F-21', { offer })).toEqual({ value: { term: '2.0000', instalment: '0.5000' } })
    expect(ofDebt('F-21', { remainingPeriods: null })).toEqual({ missing: 'NO_TERM' })
    expect(value('F-21', { debts: [aDebt(), aDebt({ remainingPeriods: null })] })).toEqual({ missing: 'NO_TERM' })
    expect(ofDebt('F-21', { instalment: null })).toEqual({ missing: 'NO_INSTALMENT' })
  })

  test('SF-11 F-22 is concrete only where the source of funds is stated too', () => {
    expect(value('F-22')).toEqual({ value: true })
    expect(value('F-22', { sourceOfFunds: ' ' })).toEqual({ value: false })
    expect(ofDebt('F-22', { offer: [] })).toEqual({ value: false })
  })

  test('F-24 records the channel and who speaks', () => {
    expect(value('F-24')).toEqual({ value: { channel: 'APP_CHAT', speaker: 'COUNSELLOR_WITH_AUTHORITY' } })
    const unsaid = { value: { channel: 'APP_CHAT', speaker: null }, missing: 'NOT_RECORDED' }
    expect(value('F-24', { speaker: null })).toEqual(unsaid)
  })
})
