import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { locales } from '@/db/vocabulary'
import { type LiveKind, liveText } from '@/lib/letters/live-text'
import { templates } from '@/lib/letters/templates'
import { letterValues } from '@/lib/letters/variables'
import { wording } from '@/lib/letters/wording'
import { textOf } from '@/lib/platform/liquid'
import type { DebtSheet } from './debt-sheet'
import { letterFactsOf } from './letter-facts'
import type { ProposalSource } from './letter-source'
import { workOut } from './work-out'

const note = (debtId: string, principal: string): DebtSheet => ({
  ...{ debtId, version: 1, contractTail: debtId, lender: '', owed: principal, dailyPercent: '0.04' },
  ...{ method: 'EQUAL_INSTALMENT', remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' },
  buckets: {
    ...{ principal, overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
  },
})

const source: ProposalSource = {
  today: '2026-11-23',
  caseNo: 'XS-0001',
  clientName: '李**',
  organisation: { name: '阳光债务咨询', phone: '' },
  counsellor: '李文静',
  creditor: { lender: '重庆蚂蚁消费金融有限公司', product: '借呗', productType: 'CONSUMER_LOAN' },
  sheets: [note('7020', '12000.00'), note('9902', '6000.00')],
  billOn: '2026-11-23',
  planPaid: '0.00',
  oldestDueOn: '2026-12-05',
  hardship: { types: ['UNEMPLOYMENT'], since: '2026-09-01', until: null, narrative: '' },
  statement: {
    ...{ id: 's', number: 1, asOf: '2026-11-18', income: '5200.00', fixed: '1900.00', flexible: '900.00' },
    ...{ reserve: '200.00', disposable: '2200.00', incomeBefore: null },
  },
  documents: [],
}
const lump = (amount: string, on = '2026-12-10'): ReliefLine => ({ type: 'LUMP_SUM', amount, on })

/** What a letter says of these reliefs, one for each note from the first, in both languages. */
function said(kind: LiveKind, sheets: DebtSheet[], ...asked: ReliefLine[]) {
  const lines = asked.map((relief, at) => ({
    ...{ debtId: sheets[at]?.debtId ?? '', reliefs: [relief], treatment: 'FIRST_INSTALMENT' as const },
  }))
  const worked = workOut(sheets, lines, { surplus: '2200.00', from: source.today })
  return locales.map((locale) => {
    const facts = letterFactsOf({ ...source, sheets }, worked, { number: 1, locale, sourceOfFunds: '' })
    return textOf(liveText(templates[kind][locale], letterValues(facts, wording[locale]), locale).paragraphs.flat())
  })
}
const both = source.sheets

test('a lump sum above what is owed is asked for as the plan pays it', () => {
  const [zh = '', en = ''] = said('NEGOTIATION', [note('7020', '6000.00')], lump('12000.00'))
  expect(zh).toContain('于2026年12月10日一次性支付¥6,040.80结清全部欠款')
  expect(en).toContain('accept one payment of ¥6,040.80 on 10 December 2026 in full settlement')
  expect(said('NEGOTIATION', [note('7020', '6000.00')], lump('5000.00'))[0]).toContain('一次性支付¥5,000.00结清')
})

describe('several loan notes, each settled by one payment', () => {
  test('on one day they are one payment', () => {
    const told = { NEGOTIATION: '于2026年12月10日一次付清¥18,000.00', PHONE_SCRIPT: '2026年12月10日一次付清¥18,000.00' }
    for (const kind of ['NEGOTIATION', 'PHONE_SCRIPT'] as const)
      expect(said(kind, both, lump('12000.00'), lump('6000.00'))[0]).toContain(told[kind])
    expect(said('CLIENT_SUMMARY', both, lump('12000.00'), lump('6000.00'))[1]).toContain('¥18,000.00 once, on 10 December 2026')
  })

  test('on two days of a month they are not one payment on the first of them', () => {
    for (const kind of ['NEGOTIATION', 'CLIENT_SUMMARY', 'PHONE_SCRIPT'] as const) {
      const [zh = '', en = ''] = said(kind, both, lump('12000.00'), lump('6000.00', '2026-12-20'))
      expect(zh).toContain('每期¥12,000.00，末期¥6,000.00')
      expect(`${zh}${en}`).not.toMatch(/一次付清|一次付¥|¥18,000\.00 once/)
    }
  })

  test('small sums are not told as instalments that can be kept up', () => {
    const small = said('NEGOTIATION', both, lump('1000.00'), lump('600.00', '2027-01-20'))
    expect(small[0]).not.toContain('可以持续还至')
    expect(small[1]).not.toContain('can be kept up until')
  })

  test('each request names its contract without a bracket beside its number, and the next due date what falls due', () => {
    const [zh, en] = said('NEGOTIATION', both, lump('12000.00'), lump('6000.00'))
    expect(zh).toContain('（1）合同尾号7020：于2026年12月10日')
    expect(en).toContain('I ask you to: (1) for the contract ending 7020, accept one payment of ¥12,000.00')
    expect(en).toContain('comes to ¥18,000.00, the next instalment on 5 December 2026.')
    expect(said('NEGOTIATION', both.slice(0, 1), lump('6000.00'))[1]).toContain('6 instalments left, the next on 5 December')
  })
})
