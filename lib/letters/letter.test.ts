import { describe, expect, test } from 'vitest'
import { type LetterKind, type Locale, letterKinds, locales, type ReliefType, reliefTypes } from '@/db/vocabulary'
import { textOf } from '@/lib/platform/liquid'
import { money } from '@/lib/platform/money'
import { askText } from './asks'
import type { Ask, LetterFacts } from './facts'
import { letterText, writeLetter } from './letter'
import { lintLetter } from './lint'
import { sampleCase, xiaoLi } from './sample-case'
import { templates } from './templates'
import { templateNames, variables } from './variables'

const { proposal, ...unproposed } = xiaoLi
if (!proposal) throw new Error('the example has a proposal')

const asking = (...asks: Ask[]): LetterFacts => ({ ...unproposed, proposal: { ...proposal, asks } })

const lumpSum: Ask = { type: 'LUMP_SUM', amount: money('20000.00'), on: '2026-12-20', source: '家人资助' }

const letterOf = (kind: LetterKind, facts = sampleCase(kind), language: Locale = 'zh-CN') => {
  const written = writeLetter({ kind, template: templates[kind][language], facts, language })
  if ('faults' in written) throw new Error(JSON.stringify(written.faults))
  return written.letter
}

const negotiation = (facts: LetterFacts, language: Locale = 'zh-CN') => letterText(letterOf('NEGOTIATION', facts, language))

describe.each(locales)('in %s', (language) => {
  test.each(letterKinds)('%s is written from the facts of a case without a gap or a word we do not say', (kind) => {
    const letter = letterOf(kind, sampleCase(kind), language)
    expect(letter.blanks).toEqual([])
    expect(lintLetter(letter, sampleCase(kind))).toEqual([])
    expect(letter.paragraphs.length).toBeGreaterThan(2)
  })
})

test('SP-12 the letter states income, outgoings and what is left, from the statement', () => {
  expect(negotiation(xiaoLi)).toContain(
    '本人月净收入¥5,200.00（此前为¥8,600.00），必要支出¥2,800.00，生活预留¥200.00，可支配余额¥2,200.00',
  )
})

test('SR-01 SR-02 SR-03 extension and lower instalment are asked for together, with term, total and last instalment', () => {
  const text = negotiation(xiaoLi)
  expect(text).toContain('现申请：（1）将剩余还款期数延长至12期；（2）将每期还款额调整为¥2,159.41。')
  expect(text).toContain(
    '自2026年12月5日起分12期偿还，每期¥2,159.41，末期¥2,159.43，还款合计¥25,912.94，其中利息¥1,912.94，至2027年11月5日还清',
  )
})

test('what was typed ends with one full stop, typed with it or without', () => {
  const { dispute, conduct } = xiaoLi
  if (!dispute || !conduct) throw new Error('the example has both')
  const typed = (text: string, language: Locale = 'zh-CN') => ({
    dispute: letterText(letterOf('CREDIT_DISPUTE', { ...xiaoLi, dispute: { ...dispute, correction: text } }, language)),
    complaint: letterText(letterOf('COLLECTION_COMPLAINT', { ...xiaoLi, conduct: { ...conduct, description: text } }, language)),
  })
  for (const text of ['8月5日已足额还款', '8月5日已足额还款。']) {
    expect(typed(text).dispute).toContain('实际情况为：8月5日已足额还款。\n')
    expect(typed(text).complaint).toContain('经过如下：8月5日已足额还款。\n')
  }
  expect(typed('对方说“还钱！”').complaint).toContain('对方说“还钱！”\n')
  expect(typed('Paid in full on 5 August', 'en').dispute).toContain('Paid in full on 5 August.\n')
})

test('a reminder encloses nothing and names no amount', () => {
  const reminder = letterOf('REMINDER')
  expect(reminder.attachments).toEqual([])
  expect(letterText(reminder)).not.toContain('¥')
  expect(letterText(reminder)).toContain('本人于2026年11月6日通过在线客服向贵方提交了第1版还款方案')
})

test('a letter names as enclosed only what is: the schedule goes with a proposal, papers where there are some', () => {
  for (const kind of ['TERM_EXTENSION', 'LOWER_INSTALMENT', 'WAIVER'] as const) {
    expect(letterText(letterOf(kind))).not.toContain('所附还款计划')
    expect(letterText(letterOf(kind, sampleCase(kind), 'en'))).not.toContain('enclosed schedule')
  }
  expect(negotiation(xiaoLi)).toContain('见所附还款计划测算')
  const bare = { ...sampleCase('LUMP_SUM'), attachments: [] }
  expect(letterText(letterOf('LUMP_SUM', bare))).toContain('以上情况真实、准确')
  expect(letterText(letterOf('LUMP_SUM', bare, 'en'))).toContain('What I state here is true and accurate')
  expect(letterText(letterOf('LUMP_SUM'))).toContain('以上情况和所附材料真实、准确')
})

describe('a plan whose last instalment carries what was put off', () => {
  const rows = proposal.plan.rows.map((row, at, all) => (at === all.length - 1 ? { ...row, payment: money('9034.63') } : row))
  const heavy = { ...xiaoLi, proposal: { ...proposal, plan: { ...proposal.plan, rows } } }
  test('is told to the client and on the phone with that instalment, and not as if something were left each month', () => {
    expect(letterText(letterOf('CLIENT_SUMMARY', heavy))).toContain('每期¥2,159.41，末期¥9,034.63（现在每期')
    expect(letterText(letterOf('CLIENT_SUMMARY', heavy))).not.toContain('每月还余')
    expect(letterText(letterOf('CLIENT_SUMMARY', heavy, 'en'))).toContain('¥2,159.41 each time, ¥9,034.63 last (now')
    expect(letterText(letterOf('PHONE_SCRIPT', heavy))).toContain('每期¥2,159.41，末期¥9,034.63，共12期')
  })
  test('one that is dearer by a fen or two leaves what it leaves', () => {
    expect(letterText(letterOf('CLIENT_SUMMARY', xiaoLi))).toContain('每月还余¥40.59')
  })
})

test('amounts owed stand in figures and in Chinese capitals', () => {
  expect(negotiation(xiaoLi)).toContain('尚欠款项合计¥24,000.00（人民币贰万肆仟元整）')
})

test('SR-04 a waiver names its component and amount, and the waiver letter asks only if conditions allow', () => {
  const asked = asking(
    { type: 'WAIVE_INTEREST', amount: money('216.00'), isAll: false },
    { type: 'WAIVE_PENALTY_PRINCIPAL', amount: money('6.00'), isAll: true },
  )
  const buckets = { principal: money('18000.00'), interest: money('432.00'), penaltyPrincipal: money('6.00') }
  const facts = { ...asked, debt: { ...asked.debt, buckets } }
  expect(negotiation(facts)).toContain('（1）减免已产生的利息¥216.00；（2）减免本金罚息¥6.00（全部）')
  expect(negotiation(facts)).toContain('未获减免的部分并入首期支付')
  expect(letterText(letterOf('WAIVER', facts))).toContain('在贵方条件允许的前提下')
  expect(letterText(letterOf('WAIVER', facts))).toContain('本金¥18,000.00，利息¥432.00，罚息¥6.00。')
})

test('a letter tells nothing of what is left where everything is waived, nor of interest or penalties that are not there', () => {
  const asked = asking({ type: 'WAIVE_INTEREST', amount: money('432.00'), isAll: true })
  const { treatment: _, ...others } = asked.proposal ?? proposal
  const facts = {
    ...asked,
    proposal: others,
    debt: { ...asked.debt, buckets: { principal: money('18000.00'), interest: money('432.00') } },
  }
  const said = locales.map((language) => letterText(letterOf('WAIVER', facts, language)))
  expect(said[0]).toContain('本金¥18,000.00，利息¥432.00。')
  expect(said[1]).toContain('principal is ¥18,000.00 and interest ¥432.00.')
  for (const text of said) expect(text).not.toMatch(/¥0\.00|未获减免|not waived/)
})

test('the parts of what is owed come to the whole of it: fees are named where there are some', () => {
  const parts = (buckets: Partial<Record<'interest' | 'penaltyPrincipal' | 'fees', string>>) => {
    const owed = Object.fromEntries(Object.entries(buckets).map(([name, amount]) => [name, money(amount)]))
    const asked = asking({ type: 'WAIVE_FEES', amount: money('1.00'), isAll: false })
    const facts = { ...asked, debt: { ...asked.debt, buckets: { principal: money('10000.00'), ...owed } } }
    return locales.map((language) => letterText(letterOf('WAIVER', facts, language)))
  }
  const [zh, en] = parts({ interest: '492.00', penaltyPrincipal: '31.00', fees: '15.00' })
  expect(zh).toContain('尚欠款项合计¥10,538.00')
  expect(zh).toContain('本金¥10,000.00，利息¥492.00，罚息¥31.00，费用¥15.00。')
  expect(en).toContain('principal is ¥10,000.00, interest ¥492.00, penalty interest ¥31.00 and fees ¥15.00.')
  expect(parts({ interest: '492.00', fees: '15.00' })[1]).toContain('is ¥10,000.00, interest ¥492.00 and fees ¥15.00.')
  expect(parts({ penaltyPrincipal: '31.00' })[1]).toContain('is ¥10,000.00 and penalty interest ¥31.00.')
  expect(parts({ penaltyPrincipal: '31.00' })[0]).toContain('本金¥10,000.00，罚息¥31.00。')
  expect(parts({ fees: '15.00' })[1]).toContain('is ¥10,000.00 and fees ¥15.00.')
})

test('SR-05 a lump sum states its share of the balance and the source of the money, and no schedule', () => {
  const text = letterText(letterOf('LUMP_SUM'))
  expect(text).toContain('一次性支付¥20,000.00（人民币贰万元整），占尚欠合计的83.3%，资金来源为家人资助')
  expect(negotiation(asking(lumpSum))).not.toMatch(/按此方案|按本方案/)
})

test('SD-05 every request says that both sides decide freely', () => {
  for (const kind of ['NEGOTIATION', 'TERM_EXTENSION', 'LOWER_INSTALMENT', 'WAIVER', 'LUMP_SUM', 'DATE_CHANGE'] as const) {
    expect(letterText(letterOf(kind))).toContain('双方自愿协商确定，恳请予以考虑')
    expect(letterText(letterOf(kind, sampleCase(kind), 'en'))).toContain('both sides to agree freely')
  }
})

test('SD-10 the client reads that overdue payments may still be reported', () => {
  expect(letterText(letterOf('CLIENT_SUMMARY'))).toContain('仍可能报送征信系统')
  expect(letterText(letterOf('ADVICE_CONFIRMATION'))).toContain('仍可能按规定报送征信系统')
})

describe('SD-11 why the lender recovers more', () => {
  test('is said when it is wanted and true', () => {
    expect(negotiation(xiaoLi)).toContain('也有利于贵方平稳收回款项')
  })

  test('is left out when it is not wanted', () => {
    expect(negotiation({ ...unproposed, proposal: { ...proposal, showsRecovery: false } })).not.toContain('平稳收回')
  })

  test('is left out when the household could pay the old instalment, or cannot pay the new one', () => {
    const { finances, ...rest } = xiaoLi
    if (!finances) throw new Error('the example has a statement')
    expect(negotiation({ ...rest, finances: { ...finances, disposable: money('5000.00') } })).not.toContain('平稳收回')
    expect(negotiation({ ...rest, finances: { ...finances, disposable: money('2000.00') } })).not.toContain('平稳收回')
  })
})

describe('every factual stretch comes from a recorded fact', () => {
  test('names, amounts and dates of the letter are all marked with their variable', () => {
    const plain = letterOf('NEGOTIATION')
      .paragraphs.flat()
      .filter(({ variable }) => !variable)
    expect(plain.map(({ text }) => text).join('')).not.toMatch(/¥|\d{2}|年|李|借呗/)
  })

  test('a fact that is not recorded leaves a gap that is named', () => {
    const { hardship: _, ...facts } = xiaoLi
    expect(letterOf('NEGOTIATION', facts).blanks).toEqual(['hardship_causes', 'hardship_since'])
    expect(letterOf('SUPPLEMENT', { ...xiaoLi, request: undefined }).blanks).toEqual(['request_date', 'requested_items'])
  })

  test('each variable has a name in both languages and the path of its fact', () => {
    const rows = Object.values(variables)
    expect(rows.filter(({ zh, en, from }) => !zh || !en || !from)).toEqual([])
    expect(new Set(rows.map(({ zh }) => zh)).size).toBe(rows.length)
    expect(new Set(rows.map(({ en }) => en)).size).toBe(rows.length)
  })

  test('each variable is used by a shipped template, but the one an office’s own wording may ask', () => {
    const sources = Object.values(templates)
      .flatMap((both) => Object.values(both))
      .flatMap(({ title, salutation, body, signature }) => [title, salutation, body, signature])
    const used = new Set(sources.join(' ').match(/\w+/g))
    expect(Object.keys(variables).filter((name) => !used.has(name))).toEqual(['is_credit_card'])
    expect(templateNames.size).toBeGreaterThan(Object.keys(variables).length)
  })
})

test('a name with a middle dot or a rare character stands whole in the letter', () => {
  for (const name of ['古丽米热·艾比布力', '欧阳䮌', '𠮷田']) {
    const letter = letterOf('NEGOTIATION', { ...xiaoLi, client: { name } })
    expect(letter.paragraphs[0]?.find(({ variable }) => variable === 'client_name')?.text).toBe(name)
    expect(textOf(letter.signature[0] ?? [])).toBe(`申请人：${name}`)
  }
})

test('what a client writes cannot change the letter: no new paragraph, no template', () => {
  const statement = '第一行\n\n第二行 {{ disposable }} {% if x %}'
  const hardship = { types: ['OTHER'] as const, since: '2026-09-01', statement }
  const letter = letterOf('NEGOTIATION', { ...xiaoLi, hardship })
  expect(letter.paragraphs[1]?.at(-1)?.text).toBe('第一行；第二行 {{ disposable }} {% if x %}。')
  expect(textOf(letter.paragraphs[1] ?? [])).toContain('因其他原因，')
})

test('SP-12 the same facts give the same hash, one changed figure another', () => {
  expect(letterOf('NEGOTIATION').hash).toBe(letterOf('NEGOTIATION').hash)
  expect(letterOf('NEGOTIATION', { ...xiaoLi, client: { name: '李四' } }).hash).not.toBe(letterOf('NEGOTIATION').hash)
})

test('an overdue debt says for how many days, one that is not overdue says nothing of it', () => {
  expect(negotiation({ ...xiaoLi, debt: { ...xiaoLi.debt, daysPastDue: 42 } })).toContain('已逾期42天')
  expect(negotiation(xiaoLi)).not.toContain('逾期')
})

test('a change of the due date says that all else stays only where nothing else is asked', () => {
  const facts = asking({ type: 'DATE_CHANGE', dueDay: 15 }, { type: 'TERM_EXTENSION', toPeriods: 12 })
  const both = locales.map((language) => letterText(letterOf('DATE_CHANGE', facts, language)))
  expect(both[0]).toContain(
    '（1）将每月还款日调整为15日；（2）将剩余还款期数延长至12期。新的还款日（每月15日）自2026年12月5日起执行。',
  )
  expect(both[1]).toContain('(2) extend the remaining term to 12 instalments. The new due date, day 15 of the month,')
  for (const text of both) expect(text).not.toMatch(/其他约定不变|other terms unchanged/)
  expect(letterText(letterOf('DATE_CHANGE'))).toContain('自2026年12月5日起执行，其他约定不变。')
  expect(letterText(letterOf('DATE_CHANGE', sampleCase('DATE_CHANGE'), 'en'))).toContain('with all other terms unchanged.')
})

test('an English letter writes a credit card small within a sentence, and a time as one does', () => {
  const card = { ...xiaoLi, creditor: { ...xiaoLi.creditor, product: '信用卡' } }
  expect(letterText(letterOf('NEGOTIATION', card, 'en'))).toContain('have a credit card loan')
  expect(letterText(letterOf('COLLECTION_COMPLAINT', sampleCase('COLLECTION_COMPLAINT'), 'en'))).toMatch(
    /On \d+ \w+ 2026 at \d\d:\d\d,/,
  )
})

test('the client reads what is left of a month once the other loan notes are paid, too', () => {
  const summary = (left: string) =>
    letterText(letterOf('CLIENT_SUMMARY', { ...xiaoLi, proposal: { ...proposal, left: money(left) } }))
  expect(summary('12.34')).toContain('还款之后，每月还余¥12.34。')
  expect(summary('-12.34')).not.toContain('每月还余')
})

test('several notes of one creditor are all named', () => {
  const debt = { ...xiaoLi.debt, contractNumbers: ['A-0007731', 'B-0008802'] }
  expect(negotiation({ ...xiaoLi, debt })).toContain('合同尾号7731、8802')
  expect(negotiation({ ...xiaoLi, debt }, 'en')).toContain('ending 7731 and 8802')
})

test('every relief has its sentence in both languages', () => {
  const examples: { [Type in ReliefType]: Ask<Type> } = {
    TERM_EXTENSION: { type: 'TERM_EXTENSION', toPeriods: 6 },
    INSTALMENT_PLAN: { type: 'INSTALMENT_PLAN', periods: 24, firstDue: '2027-01-05' },
    LOWER_INSTALMENT: { type: 'LOWER_INSTALMENT', amount: money('800') },
    INTEREST_ONLY: { type: 'INTEREST_ONLY', periods: 3 },
    PAYMENT_PAUSE: { type: 'PAYMENT_PAUSE', periods: 2, interest: 'waived' },
    DATE_CHANGE: { type: 'DATE_CHANGE', dueDay: 15 },
    RATE_CUT: { type: 'RATE_CUT', toDailyPercent: '0' },
    WAIVE_INTEREST: { type: 'WAIVE_INTEREST', amount: money('1'), isAll: true },
    WAIVE_OVERDUE_INTEREST: { type: 'WAIVE_OVERDUE_INTEREST', amount: money('1'), isAll: true },
    WAIVE_PENALTY_PRINCIPAL: { type: 'WAIVE_PENALTY_PRINCIPAL', amount: money('1'), isAll: true },
    WAIVE_PENALTY_INTEREST: { type: 'WAIVE_PENALTY_INTEREST', amount: money('1'), isAll: true },
    WAIVE_FEES: { type: 'WAIVE_FEES', amount: money('1'), isAll: true },
    WAIVE_PRINCIPAL: { type: 'WAIVE_PRINCIPAL', amount: money('1'), isAll: false },
    LUMP_SUM: { type: 'LUMP_SUM', amount: money('20000'), on: '2026-12-20' },
    STOP_COLLECTION: { type: 'STOP_COLLECTION' },
    OTHER: { type: 'OTHER', text: '其他请求' },
  }
  const clauses = reliefTypes.map((type) => askText(examples[type], 'zh-CN'))
  expect(new Set(clauses).size).toBe(reliefTypes.length)
  expect(askText(examples.RATE_CUT, 'zh-CN')).toBe('免收后续利息')
  expect(askText({ type: 'RATE_CUT', toDailyPercent: '0.02' }, 'en')).toBe('lower the daily rate to 0.02 %')
  expect(askText(examples.PAYMENT_PAUSE, 'en')).toBe('pause payments for 2 instalments, free of interest')
})
