import { describe, expect, test } from 'vitest'
import type { LetterFacts } from '@/lib/letters/facts'
import { writeLetter } from '@/lib/letters/letter'
import { type LiveKind, liveText as live } from '@/lib/letters/live-text'
import { templates } from '@/lib/letters/templates'
import { letterValues } from '@/lib/letters/variables'
import { wording } from '@/lib/letters/wording'
import { textOf } from '@/lib/platform/liquid'
import type { DebtSheet } from './debt-sheet'
import { freeze, letterDay, thaw } from './frozen-letter'
import { letterFactsOf } from './letter-facts'
import type { ProposalSource } from './letter-source'
import { workOut } from './work-out'

const liveText = (kind: LiveKind, facts: LetterFacts, language: 'zh-CN' | 'en') =>
  live(templates[kind][language], letterValues(facts, wording[language]), language)
const negotiationLetter = (facts: LetterFacts, language: 'zh-CN' | 'en') => {
  const written = writeLetter({ kind: 'NEGOTIATION', template: templates.NEGOTIATION[language], facts, language })
  if ('faults' in written) throw new Error('the shipped letter does not compile')
  return written.letter
}

const sheetOf = (debtId: string, contractTail: string): DebtSheet => ({
  ...{ debtId, version: 1, contractTail, lender: '', owed: '18432.00', dailyPercent: '0.04', method: 'EQUAL_INSTALMENT' },
  ...{ remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' },
  buckets: {
    ...{ principal: '18000.00', overduePrincipal: '0.00', interest: '432.00', overdueInterest: '0.00' },
    ...{ penaltyPrincipal: '0.00', penaltyInterest: '0.00', fees: '0.00' },
  },
})

const source: ProposalSource = {
  today: '2026-11-21',
  caseNo: 'XS-0001',
  clientName: '李**',
  organisation: { name: '阳光债务咨询', phone: '010-12345678' },
  counsellor: '李文静',
  creditor: { lender: '重庆蚂蚁消费金融有限公司', product: '借呗', productType: 'CONSUMER_LOAN' },
  sheets: [sheetOf('a', '7731')],
  billOn: '2026-11-20',
  planPaid: '0.00',
  ...{ oldestDueOn: '2026-12-05', limitationFrom: '2026-12-05' },
  hardship: { types: ['UNEMPLOYMENT'], since: '2026-09-01', until: null, narrative: '公司裁员，正在求职。' },
  elsewhere: { creditors: 0, owed: '0.00', paying: '0.00' },
  statement: {
    ...{ id: 's', number: 1, asOf: '2026-11-18', income: '5200.00', fixed: '1900.00', flexible: '900.00' },
    ...{ reserve: '200.00', disposable: '2200.00', incomeBefore: '8000.00' },
  },
  documents: [{ zh: '失业证明', en: 'Unemployment certificate' }],
}
const asked = [
  { debtId: 'a', reliefs: [{ type: 'WAIVE_INTEREST' as const, percent: '100' }], treatment: 'FIRST_INSTALMENT' as const },
]
const longer = {
  debtId: 'a',
  reliefs: [{ type: 'TERM_EXTENSION' as const, toPeriods: 12 }],
  treatment: 'FIRST_INSTALMENT' as const,
}
const factsIn = (locale: 'zh-CN' | 'en') =>
  letterFactsOf(source, workOut(source.sheets, asked, { surplus: '2200.00', from: source.today }), {
    ...{ number: 3, locale, sourceOfFunds: '' },
  })

test('the live letter says the same as the one that is kept', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const [live, kept] = [liveText('NEGOTIATION', factsIn(locale), locale), negotiationLetter(factsIn(locale), locale)]
    expect(live.paragraphs.map(textOf)).toEqual(kept.paragraphs.map(textOf))
    expect([live.title, textOf(live.salutation)]).toEqual([kept.title, textOf(kept.salutation)])
  }
})

test('each figure in the letter is traced to a fact', () => {
  const { paragraphs, salutation } = liveText('NEGOTIATION', factsIn('zh-CN'), 'zh-CN')
  const variables = paragraphs.flat().filter(({ variable }) => variable !== undefined)
  expect(textOf(salutation)).toBe('重庆蚂蚁消费金融有限公司客服中心：')
  expect(variables).toContainEqual({ text: '7731', variable: 'contract_tail' })
  expect(variables).toContainEqual({ text: '¥18,432.00', variable: 'owed_total' })
  expect(variables).toContainEqual({ text: '减免已产生的利息¥432.00（全部）', variable: 'asks' })
})

test('a due date that has passed is not told as the next, and days past due are counted to the day of the letter', () => {
  const late = { ...source, today: '2026-12-20' }
  const said = (locale: 'zh-CN' | 'en') =>
    textOf(
      liveText(
        'NEGOTIATION',
        letterFactsOf(late, workOut(late.sheets, asked, { surplus: '2200.00', from: late.today }), {
          ...{ number: 3, locale, sourceOfFunds: '' },
        }),
        locale,
      ).paragraphs.flat(),
    )
  expect(said('zh-CN')).toContain('，至今已逾期15天，剩余6期。')
  expect(said('en')).toContain('by now 15 days past due, 6 instalments left.')
})

test('a loan that is paid back at the end is not told as instalments of nothing', () => {
  const sheet = { ...sheetOf('a', '7731'), method: 'BULLET' as const }
  const ripe = { ...sheet, owed: '18000.00', buckets: { ...sheet.buckets, interest: '0.00' } }
  const said = (locale: 'zh-CN' | 'en', ...sheets: DebtSheet[]) => {
    const atEnd = { ...source, sheets }
    const facts = letterFactsOf(atEnd, workOut(atEnd.sheets, [longer], { surplus: '2200.00', from: atEnd.today }), {
      ...{ number: 3, locale, sourceOfFunds: '' },
    })
    return textOf(liveText('NEGOTIATION', facts, locale).paragraphs.flat())
  }
  expect(said('zh-CN', ripe)).toContain('按此方案，于2027年11月5日一次付清¥20,592.00，其中利息¥2,592.00。')
  expect(said('en', ripe)).toContain('I would pay ¥20,592.00 once, on 5 November 2027, of which ¥2,592.00 is interest.')
  // What had accrued is paid first.
  expect(said('zh-CN', sheet)).toContain('自2026年12月5日起分2期偿还，每期¥432.00，末期¥20,592.00')
})

test('what was paid under the agreement since the bill is told beside what the bill says is owed', () => {
  const paid = { ...source, planPaid: '6470.50' }
  const said = (kind: 'NEGOTIATION' | 'CLIENT_SUMMARY', locale: 'zh-CN' | 'en') => {
    const facts = letterFactsOf(paid, workOut(paid.sheets, asked, { surplus: '2200.00', from: paid.today }), {
      ...{ number: 3, locale, sourceOfFunds: '' },
    })
    return textOf(liveText(kind, facts, locale).paragraphs.flat())
  }
  expect(said('NEGOTIATION', 'zh-CN')).toContain('），按约定的还款安排另已还¥6,470.50，未从中扣除，剩余')
  expect(said('NEGOTIATION', 'en')).toContain('¥18,432.00, before ¥6,470.50 already paid under the agreed plan, 6 instalments')
  expect(said('CLIENT_SUMMARY', 'zh-CN')).toContain('您按约定的还款安排另已还¥6,470.50，未从中扣除。')
  expect(said('CLIENT_SUMMARY', 'en')).toContain('before ¥6,470.50 you have paid under the agreed plan.')
})

test('a product that has an English name bears it in an English letter, and the lender its name in law', () => {
  const said = (locale: 'zh-CN' | 'en') =>
    textOf(
      liveText('PHONE_SCRIPT', factsIn(locale), locale)
        .paragraphs.concat(liveText('NEGOTIATION', factsIn(locale), locale).paragraphs)
        .flat(),
    )
  expect(said('en')).toContain('Jiebei')
  expect(said('en')).not.toContain('借呗')
  expect(said('en')).toContain('重庆蚂蚁消费金融有限公司')
  expect(said('zh-CN')).toContain('借呗')
})

test('the client summary and the phone script follow the same figures', () => {
  const said = (kind: 'CLIENT_SUMMARY' | 'PHONE_SCRIPT') =>
    liveText(kind, factsIn('zh-CN'), 'zh-CN').paragraphs.map(textOf).join('\n')
  expect(said('CLIENT_SUMMARY')).toContain('每期¥3,127.25')
  expect(said('PHONE_SCRIPT')).toContain('工号')
})

test('SD-11 the letter says why the plan serves the lender only where that is true', () => {
  const recovery = (surplus: string) => {
    const statement = source.statement && { ...source.statement, disposable: surplus }
    const facts = letterFactsOf({ ...source, statement }, workOut(source.sheets, [longer], { surplus, from: source.today }), {
      number: 1,
      locale: 'zh-CN',
      sourceOfFunds: '',
    })
    return liveText('NEGOTIATION', facts, 'zh-CN').paragraphs.map(textOf).join('')
  }
  expect(recovery('2200.00')).toContain('也有利于贵方平稳收回款项')
  expect(recovery('9000.00')).not.toContain('也有利于贵方')
})

test('a kept letter can be set again, word for word', () => {
  const letter = negotiationLetter(factsIn('zh-CN'), 'zh-CN')
  const kept = {
    letterTitle: letter.title,
    letterText: freeze(letter),
    letterTemplate: 'NEGOTIATION@1/zh-CN/2026-11-21',
    letterHash: letter.hash,
  }
  const again = thaw(kept, 'zh-CN')
  expect(again.paragraphs.map(textOf)).toEqual(letter.paragraphs.map(textOf))
  expect([textOf(again.salutation), again.attachments]).toEqual([textOf(letter.salutation), letter.attachments])
  expect([letterDay(kept.letterTemplate), letterDay('')]).toEqual(['2026-11-21', undefined])
})

test('what is not known yet leaves a visible gap', () => {
  const nothing = letterFactsOf(source, workOut(source.sheets, [], { surplus: null, from: source.today }), {
    number: 1,
    locale: 'zh-CN',
    sourceOfFunds: '',
  })
  const said = liveText('NEGOTIATION', nothing, 'zh-CN').paragraphs.map(textOf).join('')
  expect(said).toContain('现申请：＿＿。')
})

describe('several loan notes in one letter', () => {
  const second = {
    ...sheetOf('b', '9902'),
    nextDueOn: '2026-12-20',
    buckets: { ...sheetOf('b', '9902').buckets, principal: '6000.00', interest: '0.00' },
    remainingPeriods: 3,
  }
  const both = { ...source, sheets: [...source.sheets, second] }
  const lines = [longer, { ...longer, debtId: 'b', reliefs: [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }] }]
  const said = (surplus: string) => {
    const statement = source.statement && { ...source.statement, disposable: surplus }
    const worked = workOut(both.sheets, lines, { surplus, from: source.today })
    const facts = letterFactsOf({ ...both, statement }, worked, { number: 1, locale: 'zh-CN', sourceOfFunds: '' })
    return liveText('NEGOTIATION', facts, 'zh-CN').paragraphs.map(textOf).join('')
  }

  test('the letter names what a month takes and does not call steps a level plan', () => {
    // 1,619.56 and 432.00 of accrued interest, and 1,042.42 on the twentieth of the same month.
    expect(said('3200.00')).toContain('分12期偿还，各期金额不等，最高一期¥3,093.98')
    expect(said('3200.00')).toContain('每期不超过¥3,093.98，在本人可负担的范围内')
    expect(said('3093.97')).not.toContain('在本人可负担的范围内')
  })
})
