import { describe, expect, test } from 'vitest'
import { schedule } from '@/lib/cli/schedule'
import { daysBetween } from '@/lib/platform/dates'
import { money, rate, toText } from '@/lib/platform/money'
import { annualCost } from '@/lib/schedules/annual-cost'
import { penaltyOn } from '@/lib/schedules/penalty'
import { glossary, type TermName } from './glossary'

const languages = ['zh', 'en'] as const
const namesIn = (language: (typeof languages)[number]) => Object.values(glossary[language].terms).map(({ name }) => name)
const told = (language: (typeof languages)[number]) =>
  Object.entries(glossary[language].terms).map(([of, term]) => ({ of, ...term }))

test('the glossary explains the words of money that people stumble over, in both languages', () => {
  expect(namesIn('zh').toSorted()).toEqual(
    [
      ...['本金', '利息', '罚息', '逾期', '月供', '期数', '等额本息', '等额本金', '年化利率', '日利率', '展期／延期', '宽限期'],
      ...['停息挂账', '减免', '一次性结清', '可持续还款额（可支配余额）', '征信', '书面确认／回执', '催收', '履约'],
      ...['优势比', '置信区间'],
    ].toSorted(),
  )
  expect(new Set(namesIn('en')).size).toBe(22)
})

test('each is one sentence, of forty characters at most in Chinese and as short in English', () => {
  for (const { name, says } of told('zh')) {
    expect([...says].length, name).toBeLessThanOrEqual(40)
    expect(says, name).toMatch(/^[^。]+。$/)
  }
  for (const { name, says } of told('en')) {
    expect(says.length, name).toBeLessThanOrEqual(90)
    expect(says, name).toMatch(/^[^.]+\.$/)
  }
})

test('each has an example, with an amount wherever money is meant', () => {
  const countsCases = ['collection', 'oddsRatio', 'confidenceInterval']
  for (const language of languages)
    for (const { of, example } of told(language)) expect(example.includes('¥'), of).toBe(!countsCases.includes(of))
})

test('nothing is promised, nobody is blamed, and nobody is hurried', () => {
  const promises =
    /保证|包过|必过|一定|肯定|马上|立刻|修复|洗白|老赖|成功率|100 ?%|guarantee|certainly|always|surely|never|fix(?:es)? your/i
  for (const language of languages)
    for (const { name, says, example } of told(language)) expect(`${says} ${example}`, name).not.toMatch(promises)
})

test('停息挂账 is said to be no right: the creditor decides, and who asks for money first is not to be paid', () => {
  const { zh, en } = { zh: glossary.zh.terms.interestFreeze, en: glossary.en.terms.interestFreeze }
  expect(zh.says).toMatch(/不是法律权利.*债权方决定/)
  expect(zh.example).toContain('不要付')
  expect(en.says).toMatch(/no right in law.*creditor/)
  expect(en.example).toContain('do not pay')
})

describe('the figures of the examples are those the product works out', () => {
  const examples = (name: TermName) => languages.map((language) => glossary[language].terms[name].example)
  const says = (name: TermName, ...amounts: string[]) => {
    for (const example of examples(name)) for (const amount of amounts) expect(example).toContain(amount)
  }
  const comma = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',')
  const planOf = (terms: object) => {
    const loan = { principal: '12000', rate: { dailyPercent: '0.04' }, method: 'equal_instalment', firstDue: '2026-12-05' }
    const answered = schedule({ ...loan, ...terms }, '2026-11-21')
    if (!answered.ok) throw new Error(JSON.stringify(answered.faults))
    return answered.value
  }
  const payments = (terms: object) => planOf(terms).rows.map(({ payment }) => `¥${comma(payment)}`)

  test('equal instalments, their number and an extension from three to six (V3)', () => {
    const [three, six] = [payments({ periods: 3 }), payments({ periods: 6 })]
    says('monthly', six[0] ?? '')
    says('instalments', three[0] ?? '', six[0] ?? '')
    says('equalInstalments', six[0] ?? '', six[5] ?? '')
    const [before, after] = [planOf({ periods: 3 }), planOf({ periods: 6 })]
    const less = money(before.rows[0]?.payment ?? '').minus(money(after.rows[0]?.payment ?? ''))
    says('extension', `¥${comma(toText(less))}`, `¥${before.interest}`, `¥${after.interest}`)
  })

  test('equal principal', () => {
    const six = payments({ periods: 6, method: 'equal_principal' })
    says('equalPrincipal', six[0] ?? '', six[1] ?? '', six[5] ?? '')
  })

  test('a month of interest, a day of it, and ten days of penalty (V5, V6)', () => {
    says('interest', `¥${toText(money('12000').times(rate('0.0004')).times(30))}`)
    says('dailyRate', `¥${toText(money('10000').times(rate('0.0004')))}`)
    says('penalty', `¥${toText(penaltyOn(money('1000'), 10, { dailyRate: rate('0.0004') }))}`)
  })

  test('the yearly cost of the People’s Bank’s own example (V1)', () => {
    const months = Array.from({ length: 12 }, (_, n) => `2027-${String(n + 1).padStart(2, '0')}-05`)
    const cost = annualCost(
      { on: '2026-12-05', amount: money('99000') },
      months.map((on) => ({ on, amount: money('8833.30') })),
    )
    says('annualRate', `${cost?.simple.times(100).toFixed(2)}%`, `${cost?.irr.times(100).toFixed(2)}%`)
  })

  test('days past due, a waiver by half, and what a household has left', () => {
    says('overdue', `${daysBetween('2026-11-05', '2026-11-15')} `)
    says('waiver', `¥${comma(toText(money('2318.40').times(rate('0.5'))))}`)
    says('surplus', `¥${comma(toText(money('6800').minus('3150').minus('1200').minus('340'))).replace('.00', '')}`)
  })
})
