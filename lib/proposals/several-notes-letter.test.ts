import { describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { locales, type Treatment } from '@/db/vocabulary'
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
  ...{ oldestDueOn: '2026-12-05', limitationFrom: '2026-12-05' },
  hardship: { types: ['UNEMPLOYMENT'], since: '2026-09-01', until: null, narrative: '' },
  elsewhere: { creditors: 0, owed: '0.00', paying: '0.00' },
  statement: {
    ...{ id: 's', number: 1, asOf: '2026-11-18', income: '5200.00', fixed: '1900.00', flexible: '900.00' },
    ...{ reserve: '200.00', disposable: '2200.00', incomeBefore: null },
  },
  documents: [],
}
const lump = (amount: string, on = '2026-12-10'): ReliefLine => ({ type: 'LUMP_SUM', amount, on })

/** What a letter says of these reliefs, one for each note from the first, in both languages. */
const said = (kind: LiveKind, sheets: DebtSheet[], ...asked: ReliefLine[]) =>
  saidTreated(kind, sheets, ...asked.map((relief) => [relief, 'FIRST_INSTALMENT'] as const))

function saidTreated(kind: LiveKind, sheets: DebtSheet[], ...asked: (readonly [ReliefLine, Treatment])[]) {
  const lines = asked.map(([relief, treatment], at) => ({ debtId: sheets[at]?.debtId ?? '', reliefs: [relief], treatment }))
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
      expect(zh).toMatch(/(各期金额不等|各期不等)，最高一期¥12,000\.00/)
      expect(zh).not.toContain('每期¥12,000.00')
      expect(`${zh}${en}`).not.toMatch(/一次付清|一次付¥|¥18,000\.00 once/)
    }
  })

  test('the client reads of each of them how much it is and on which day', () => {
    const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 12 }
    const [zh, en] = said('CLIENT_SUMMARY', both, lump('12000.00', '2026-12-01'), longer)
    expect(zh).toContain('最后一期在2027年11月5日。其中2026年12月1日一次性支付¥12,000.00。')
    expect(en).toContain('the last one on 5 November 2027. Of these you pay ¥12,000.00 once on 1 December 2026.')
    const two = said('CLIENT_SUMMARY', both, lump('12000.00'), lump('6000.00', '2026-12-20'))
    expect(two[0]).toContain('其中2026年12月10日一次性支付¥12,000.00、2026年12月20日一次性支付¥6,000.00。')
    expect(two[1]).toContain('¥12,000.00 once on 10 December 2026 and ¥6,000.00 once on 20 December 2026.')
  })

  test('beside instalments they are payments of their own', () => {
    const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 12 }
    const [zh = '', en = ''] = said('NEGOTIATION', both, lump('12000.00', '2026-12-01'), longer)
    expect(zh).toContain('自2026年12月1日起分13期偿还，各期金额不等，最高一期¥12,000.00')
    expect(en).toContain('13 instalments from 1 December 2026, of differing amounts, the highest ¥12,000.00')
  })

  test('beside instalments they are not told as within what a month leaves', () => {
    const poor = said('NEGOTIATION', both, lump('12000.00', '2026-12-01'), { type: 'TERM_EXTENSION', toPeriods: 12 })
    expect(poor[0]).not.toContain('在本人可负担的范围内')
    expect(poor[1]).not.toContain('can be kept up until')
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

describe('several loan notes in instalments', () => {
  const longer: ReliefLine = { type: 'TERM_EXTENSION', toPeriods: 12 }
  const later = { ...note('9902', '6000.00'), nextDueOn: '2026-12-13', endsOn: '2027-05-13' }
  const late = (sheet: DebtSheet): DebtSheet => ({ ...sheet, buckets: { ...sheet.buckets, interest: '50.00' } })

  test('are paid off on the last day of the last of them', () => {
    const [zh, en] = said('NEGOTIATION', [note('7020', '12000.00'), later], longer, longer)
    expect(zh).toContain('自2026年12月5日起分12期偿还')
    expect(zh).toContain('至2027年11月13日还清')
    expect(en).toContain('ending on 13 November 2027')
  })

  test('within one month are told day by day, not as paid at once', () => {
    const one: ReliefLine = { type: 'INSTALMENT_PLAN', periods: 1, firstDue: '2026-12-05' }
    const other: ReliefLine = { type: 'INSTALMENT_PLAN', periods: 1, firstDue: '2026-12-13' }
    expect(said('NEGOTIATION', [note('7020', '12000.00'), later], one, other)[0]).toContain('自2026年12月5日起分2期偿还')
  })

  test('that are treated differently say so each', () => {
    const sheets = [late(note('7020', '12000.00')), late(later)]
    const [zh, en] = saidTreated('NEGOTIATION', sheets, [longer, 'CAPITALISE'], [longer, 'CARRY_FORWARD'])
    expect(zh).toContain('合同尾号7020：应付未付且未获减免的款项计入本金分期支付')
    expect(zh).toContain('合同尾号9902：应付未付且未获减免的款项顺延至末期支付')
    expect(en).toContain('for the contract ending 7020, add what is due, unpaid and not waived to the principal')
    const same = saidTreated('NEGOTIATION', sheets, [longer, 'CAPITALISE'], [longer, 'CAPITALISE'])
    expect(same[0]).toContain('应付而未付的款项计入本金分期支付。')
    expect(same[0]).not.toContain('且未获减免')
  })

  test('interest of an agreed pause that joins the principal is told', () => {
    const paused: DebtSheet = {
      ...note('7020', '12000.00'),
      accruing: [{ on: '2026-12-05', amount: '144.00', joins: 'principal' }],
    }
    const sheets = [{ ...paused, nextDueOn: '2027-01-05' }]
    const told = '此前约定的暂停期内、或提前还清的期内尚待产生的利息¥144.00，产生后计入本金。'
    expect(said('NEGOTIATION', sheets, longer)[0]).toContain(told)
    expect(said('NEGOTIATION', sheets, longer)[1]).toContain('¥144.00 still to come, is added to the principal as it accrues')
    const half: ReliefLine = { type: 'RATE_CUT', toDailyPercent: '0.02' }
    expect(said('NEGOTIATION', sheets, half)[0]).toContain('尚待产生的利息¥72.00')
    const free: ReliefLine = { type: 'RATE_CUT', toDailyPercent: '0' }
    expect(said('NEGOTIATION', sheets, free)[0]).not.toContain('尚待产生的利息')
    expect(said('NEGOTIATION', both.slice(0, 1), longer)[0]).not.toContain(told)
  })
})

test('what goes to other creditors by agreement is told beside the disposable income, and what falls short is counted from the rest', () => {
  const sheets = [note('7020', '12000.00')]
  const line = {
    debtId: '7020',
    reliefs: [{ type: 'TERM_EXTENSION', toPeriods: 12 }] satisfies ReliefLine[],
    treatment: 'CAPITALISE' as const,
  }
  const told = (paying: string, surplus: string) => {
    const elsewhere = { creditors: 1, owed: '0.00', paying }
    const worked = workOut(sheets, [line], { surplus, from: source.today })
    return locales.map((locale) => {
      const facts = letterFactsOf({ ...source, sheets, elsewhere }, worked, { number: 1, locale, sourceOfFunds: '' })
      return textOf(liveText(templates.NEGOTIATION[locale], letterValues(facts, wording[locale]), locale).paragraphs.flat())
    })
  }
  const [zh, en] = told('700.00', '1500.00')
  // 2,200.00 less 700.00 leaves 1,500.00; the present instalment is 2,084.83.
  expect(zh).toContain('可支配余额¥2,200.00，其中¥700.00已按约定用于偿还其他债务；原每期应还¥2,084.83，超出所余部分¥584.83')
  expect(en).toContain(
    'of which ¥700.00 goes to other debts as agreed; the present instalment of ¥2,084.83 is ¥584.83 beyond what is left of it',
  )
  for (const [paying, left] of [
    ['2439.89', '-239.89'],
    ['2200.00', '0.00'],
  ] as const) {
    const [none, noneEn] = told(paying, left)
    const amount = paying.replace('2', '¥2,')
    expect(none).toContain(`可支配余额¥2,200.00，而按约定每月须还其他债权方${amount}，已没有余额偿还原每期应还的¥2,084.83。`)
    expect(noneEn).toContain(
      `disposable income is ¥2,200.00, while ${amount} a month is agreed with other creditors, so that nothing is left for the present instalment of ¥2,084.83.`,
    )
    expect(`${none}${noneEn}`).not.toMatch(/其中¥|of which ¥2,|beyond/)
  }
})

test('the next instalment is that of a note on which something is owed, and nothing is due where nothing is', () => {
  const settled = { ...note('7020', '0.00'), owed: '0.00', nextDueOn: '2026-11-29' }
  const open = note('7021', '6000.00')
  const dueOf = (sheets: DebtSheet[]) => {
    const worked = workOut([], [], { surplus: null, from: source.today })
    return letterFactsOf({ ...source, sheets }, worked, { number: 1, locale: 'zh-CN', sourceOfFunds: '' }).debt.nextDue
  }
  expect(dueOf([settled, open])).toBe(open.nextDueOn)
  expect(dueOf([settled])).toBeUndefined()
})
