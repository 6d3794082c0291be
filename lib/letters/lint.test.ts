import { describe, expect, test } from 'vitest'
import { letterKinds, locales, type productTypes } from '@/db/vocabulary'
import { missingCharacters } from '@/lib/platform/fonts'
import { citations } from './citations'
import { namedFindings } from './gaps'
import type { LetterTemplate } from './kinds'
import { writeLetter } from './letter'
import { lintLetter, lintTemplate, lintText } from './lint'
import { xiaoLi } from './sample-case'
import { templates } from './templates'

const on = '2026-11-21'
const template = (body: string): LetterTemplate => ({ title: '申请', salutation: '', body, signature: '' })
const use = { kind: 'NEGOTIATION', language: 'zh-CN', on } as const
const codes = (body: string, products: (typeof productTypes)[number][] = ['CONSUMER_LOAN']) =>
  lintTemplate(template(body), { ...use, productTypes: products }).map(({ code, word }) => `${code}: ${word}`)

const findings = (body: string, facts = xiaoLi) => {
  const written = writeLetter({ kind: 'NEGOTIATION', template: template(body), facts, language: 'zh-CN' })
  return 'letter' in written ? lintLetter(written.letter, facts).map(({ code, word }) => `${code}: ${word}`) : ['fault']
}

test('a promise is heard however it is written: in wide figures, with marks nobody sees, or spaced out', () => {
  const words = (text: string) => lintText(text).map(({ word }) => word)
  expect(words('我们保\u200b证办成')).toEqual(['保证'])
  expect(words('通过率１００％')).toContain('100%')
  expect(words('可以 停 息 挂 账')).toEqual(['停息挂账'])
  expect(words('No 100\u00a0% approval')).toContain('100 %')
  expect(words('社保 证明、担保 证件')).toEqual([])
})

test('no shipped template is flagged, in either language, for any product it is offered for', () => {
  for (const kind of letterKinds)
    for (const language of locales) expect(lintTemplate(templates[kind][language], { kind, language, on })).toEqual([])
})

describe('words this product does not say', () => {
  test.each([
    '我们保证办成',
    '100%成功',
    '１００％通过',
    '必过',
    '包过',
    '停息挂账',
    '征信洗白',
    '修复征信',
    '征信修复',
    '成功率很高',
    '1 0 0 %成功',
    '保證成功',
    '必定成功',
    '我们保 证您成功',
    '我们保证金额会全部减免',
    '停息 挂账',
    '停息掛賬',
    '减免率100.0%',
    '百分之一百通过',
    'guaranteeing approval',
    'a hundred percent',
    'we repair your credit',
    '修复您的征信',
    '100 per cent success',
    'one hundred percent',
    'assured success',
    'Approval is guaranteed',
    'We guarantee it',
    'a 100 % result',
    'credit repair',
    'we clean your credit record',
    'success rate of 98',
  ])('an outcome promise: %s', (text) => {
    expect(lintText(text.normalize('NFKC')).map(({ code }) => code)).toContain('promise')
  })

  test.each([
    '贵方必须同意',
    '贵方应当同意',
    '本人有权要求减免',
    'I am entitled to a waiver',
    'you must agree',
    'you are obliged to accept',
  ])('SD-05 a claim of right: %s', (text) => {
    expect(lintText(text).map(({ code }) => code)).toContain('entitlement')
  })

  test.each(['不要停止还款', '不再借新还旧', '请勿以贷还贷', '避免断供'])('a warning of it is good advice: %s', (text) => {
    expect(lintText(text)).toEqual([])
  })

  test.each(['先停止还款', '可以借新还旧', '不妨断供', 'just stop paying', 'ignore the calls'])(
    'advice that harms: %s',
    (text) => {
      expect(lintText(text).map(({ code }) => code)).toContain('bad_advice')
    },
  )

  test.each([
    '超过LPR四倍部分无效',
    '超过４倍ＬＰＲ的不用承担',
    '四倍一年期LPR以上',
    'LPR的4倍',
    'LPR 的 四 倍',
    '一年期贷款市场报价利率（LPR）四倍',
    '超过民间借贷利率上限',
    'above four times the LPR',
    'more than 4x LPR',
    'LPR × 4',
    'the private lending cap',
  ])('the cap on private lending, which does not hold for licensed lenders: %s', (text) => {
    expect(codes(text).map((found) => found.split(':')[0])).toEqual(['private_cap'])
    expect(findings(text).map((found) => found.split(':')[0])).toEqual(['private_cap'])
    // A client may be told that it does not hold.
    expect(lintText(text)).toEqual([])
  })

  test.each(['罚息为日利率的1.5倍', '日利率0.04%，LPR以合同为准，分4期', 'four times a year'])(
    'other rates are fine: %s',
    (text) => {
      expect(codes(text)).toEqual([])
    },
  )

  test.each([
    '减免罚息',
    '恳请予以考虑',
    '按约履行',
    '保证金已退',
    '社保 证明',
    '低保证明',
    '社保证明',
    'I ask you to consider',
    'no further interest',
  ])('ordinary words are fine: %s', (text) => {
    expect(lintText(text)).toEqual([])
  })

  test('the part of the template is named', () => {
    expect(lintTemplate({ ...template('x'), title: '必过申请' }, use)).toEqual([{ code: 'promise', word: '必过', part: 'title' }])
  })

  test('a promise hidden in what somebody typed keeps the letter from being sent', () => {
    const facts = { ...xiaoLi, hardship: { types: ['ILLNESS'] as const, since: '2026-09-01', statement: '对方说必过' } }
    expect(findings('{{ hardship_statement }}', facts)).toEqual(['promise: 必过'])
  })
})

describe('faults of a template', () => {
  test('an unknown variable is named with its place', () => {
    expect(lintTemplate(template('您好\n{{ client_nmae }}'), use)).toEqual([
      { code: 'unknown_variable', word: 'client_nmae', part: 'body', line: 2, column: 4 },
    ])
  })

  test('a law typed as text is refused: it has no scope and no dates', () => {
    expect(codes('依据《商业银行信用卡业务监督管理办法》第七十条')).toEqual([
      'citation_as_text: 《商业银行信用卡业务监督管理办法》',
      'citation_as_text: 第七十条',
    ])
    expect(codes('under Article 70')).toEqual(['citation_as_text: Article 70'])
  })

  test.each([
    ['依据《中华人民共和国民法典》', '《中华人民共和国民法典》'],
    ['第一千条', '第一千条'],
    ['第 七 十 条', '第 七 十 条'],
    ['第壹佰条', '第壹佰条'],
    ['依「民法典」的规定', '「民法典」'],
    ['按民法典§561', '§561'],
    ['依GB/T 45251-2025', 'GB/T 45251'],
    ['see art. 70', 'art. 70'],
    ['see Art 1000', 'Art 1000'],
    ['Civil Code section 561', 'Code section 561'],
    ['第一千零七条', '第一千零七条'],
    ['第一二〇七条', '第一二〇七条'],
    ['第７０条', '第７０条'],
    ['信用卡办法70条', '办法70条'],
    ['民法典七条', '法典七条'],
    ['个人信息保护法二十九条', '法二十九条'],
    ['《民间借贷适用范围的批复》', '《民间借贷适用范围的批复》'],
    ['《中国人民银行公告》', '《中国人民银行公告》'],
    ['《网络小额贷款管理办法（试行）》', '《网络小额贷款管理办法（试行）》'],
    ['第{% comment %}x{% endcomment %}七十条', '第七十条'],
    ['Articles 70 and 71', 'Articles 70'],
    ['依民法典561处理', '法典561'],
    ['依第七十條处理', '第七十條'],
    ['see Art.70', 'Art.70'],
    ['section 561 of the Civil Code', 'section 561 of the Civil Code'],
    ['依法发〔2017〕22号', '法发〔2017〕22号'],
    ['依GB∕T 45251-2025', 'GB∕T 45251'],
  ])('a law however it is typed: %s', (body, word) => {
    expect(codes(body)).toEqual([`citation_as_text: ${word}`])
  })

  test.each([
    '意见三条',
    '提出办法3条',
    '方法10条',
    '附《收费标准》',
    '《还款计划测算》',
    '千条万绪',
    '共12条记录',
    'articles of value',
    '民法典2020年版',
    'section 2 of the form',
    '（2026）粤0304民初123号',
  ])('what is no law: %s', (body) => {
    expect(codes(body)).toEqual([])
  })

  test('a word split by a tag that leaves nothing behind is named once, as one that stands in the source', () => {
    expect(codes('我们保{% comment %}x{% endcomment %}证成功')).toEqual(['promise: 保证'])
    expect(codes('保{% if client_name %}证成功{% endif %}')).toEqual(['promise: 保证'])
    expect(codes('保{{ "证" }}成功')).toEqual(['promise: 保证'])
    expect(codes('guaran{% comment %}{% endcomment %}teed')).toEqual(['promise: guaranteed'])
    expect(codes('我们保证成功')).toEqual(['promise: 保证'])
    expect(lintTemplate({ ...template('x'), title: '保{% if today %}证{% endif %}' }, use)).toEqual([
      { code: 'promise', word: '保证' },
    ])
    expect(codes('社保{% if is_overdue %}无{% endif %}{{ attachments }}证件')).toEqual([])
  })
})

describe('laws hold for some products and some days', () => {
  test('article 70 is for credit cards only: refused on a consumer loan and on a bank loan', () => {
    expect(codes('{{ cite_card_70 }}', ['CREDIT_CARD'])).toEqual([])
    expect(codes('{{ cite_card_70 }}', ['CONSUMER_LOAN'])).toEqual(['wrong_product: cite_card_70'])
    expect(codes('{{ cite_card_70 }}', ['CREDIT_CARD', 'BANK_LOAN'])).toEqual(['wrong_product: cite_card_70'])
    expect(findings('{{ cite_card_70 }}')).toEqual(['wrong_product: cite_card_70'])
    expect(findings('{{ cite_card_70 }}', { ...xiaoLi, creditor: { ...xiaoLi.creditor, productType: 'CREDIT_CARD' } })).toEqual(
      [],
    )
  })

  test('a law for cards alone stands behind a condition, and the same wording then serves every product', () => {
    expect(codes('{% if is_credit_card %}{{ cite_card_70 }}{% endif %}', ['CREDIT_CARD', 'CONSUMER_LOAN'])).toEqual([])
    expect(codes('{% unless is_credit_card %}{{ cite_card_70 }}{% endunless %}', ['CREDIT_CARD'])).toEqual([])
  })

  test('a template that leaves a gap even where everything is recorded is named', () => {
    expect(codes('资金来源：{{ lump_source }}')).toEqual(['empty_value: lump_source'])
  })

  test('a law is not cited before it is in force', () => {
    expect(findings('{{ cite_gbt_45251 }}', { ...xiaoLi, today: '2025-02-27' })).toEqual(['not_in_force: cite_gbt_45251'])
    expect(findings('{{ cite_gbt_45251 }}', { ...xiaoLi, today: '2025-02-28' })).toEqual([])
  })

  test('a law whose first day no source names is cited from the day it was read, and never before', () => {
    expect(findings('{{ cite_civil_544 }}', { ...xiaoLi, today: '2025-04-29' })).toEqual(['not_in_force: cite_civil_544'])
    expect(findings('{{ cite_civil_544 }}', { ...xiaoLi, today: '2025-04-30' })).toEqual([])
  })

  test('an extension is only argued with article 678 before maturity', () => {
    expect(findings('{{ cite_civil_678 }}', { ...xiaoLi, today: '2027-05-05' })).toEqual([])
    expect(findings('{{ cite_civil_678 }}', { ...xiaoLi, today: '2027-05-06' })).toEqual(['after_maturity: cite_civil_678'])
    const late = writeLetter({
      kind: 'TERM_EXTENSION',
      template: templates.TERM_EXTENSION['zh-CN'],
      facts: { ...xiaoLi, today: '2027-05-06' },
      language: 'zh-CN',
    })
    expect('letter' in late && lintLetter(late.letter, { ...xiaoLi, today: '2027-05-06' })).toEqual([])
  })

  test('the collection standard is not argued for a credit card, also where the complaint names it', () => {
    const facts = { ...xiaoLi, creditor: { ...xiaoLi.creditor, productType: 'CREDIT_CARD' as const } }
    expect(findings('{{ conduct_rule }}', facts)).toEqual(['wrong_product: cite_gbt_45251'])
  })

  test('a citation is named as lawyers name it', () => {
    const written = writeLetter({
      kind: 'NEGOTIATION',
      template: template('{{ cite_civil_678 }}；{{ cite_gbt_45251 }}；{{ cite_pboc_2021_3 }}'),
      facts: xiaoLi,
      language: 'zh-CN',
    })
    expect('letter' in written && written.letter.paragraphs[0]?.map(({ text }) => text).join('')).toBe(
      '《中华人民共和国民法典》第六百七十八条；推荐性国家标准GB/T 45251-2025；中国人民银行公告〔2021〕第3号',
    )
  })

  test('a first day is given only where the source names it: the standard of February 2025', () => {
    const dated = Object.entries(citations).flatMap(([name, row]) => ('from' in row ? [[name, row.from]] : []))
    expect(dated).toEqual([['cite_gbt_45251', '2025-02-28']])
  })

  test('every row says when it was checked, and none is cited on a weak source', () => {
    for (const row of Object.values(citations)) {
      expect(row.checked).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(['A', 'B']).toContain(row.certainty)
    }
  })
})

test('an empty value keeps a letter from being sent', () => {
  expect(findings('资金来源：{{ lump_source }}。')).toEqual(['empty_value: lump_source', 'empty_value: ：。'])
  expect(findings('{% if lump_source %}资金来源：{{ lump_source }}。{% endif %}完')).toEqual([])
})

test('a list that came out empty is a gap in either language', () => {
  const facts = { ...xiaoLi, attachments: [] }
  const gaps = locales.map((language) => {
    const shipped = templates.TRUTH_DECLARATION[language]
    const written = writeLetter({ kind: 'TRUTH_DECLARATION', template: shipped, facts, language })
    return 'letter' in written ? namedFindings(lintLetter(written.letter, facts)) : []
  })
  const gap = { code: 'empty_value', word: 'attachments' }
  expect(gaps).toEqual([[gap], [gap]])
  expect(findings('Rate: .5 a day. See: ... and 1:.')).toEqual(['empty_value: :.'])
})

describe('what paper cannot show', () => {
  test('a picture among the letters is named, once, wherever it stands', () => {
    const told = '谢谢您😀😀，会好起来的🎉'
    const facts = { ...xiaoLi, hardship: { types: ['ILLNESS' as const], since: '2026-09-01', statement: told } }
    expect(findings('{{ hardship_statement }}', facts)).toEqual(['unprintable: 😀', 'unprintable: 🎉'])
    expect(codes('尽快答复🙏')).toContain('unprintable: 🙏')
  })

  test('rare characters of names and the marks of figures can be printed', () => {
    const marks = '𠮷䶮㛃王喆 ¥2,159.41（①）—“…”·×÷±≤'
    expect(missingCharacters(marks)).toEqual([])
    expect(findings(marks)).toEqual([])
    expect(missingCharacters('😀🎉🙏')).toHaveLength(3)
  })
})
