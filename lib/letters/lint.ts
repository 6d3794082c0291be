import { type LetterKind, type Locale, type ProductType, productTypes } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { type Segment, textOf } from '@/lib/platform/liquid'
import { citationNamed, citationProblem } from './citations'
import type { LetterPart } from './compiled'
import type { LetterFacts } from './facts'
import type { LetterTemplate } from './kinds'
import { type PartFault, type RenderedLetter, renderLetter, templateFaults } from './render'
import { sampleCase } from './sample-case'
import { letterValues } from './variables'
import { wording } from './wording'

/** Something that keeps a template from being published or a letter from being sent; `word` is the culprit. */
export type Finding = {
  readonly code:
    | PartFault['code']
    | 'promise'
    | 'entitlement'
    | 'bad_advice'
    | 'harsh'
    | 'private_cap'
    | 'citation_as_text'
    | 'wrong_product'
    | 'not_in_force'
    | 'after_maturity'
    | 'empty_value'
    | 'unprintable'
  readonly word: string
  readonly part?: LetterPart
  readonly line?: number
  readonly column?: number
}

type WordRule = {
  readonly code: 'promise' | 'entitlement' | 'bad_advice' | 'harsh' | 'private_cap'
  readonly pattern: RegExp
}

/** Words that regulators name in their alerts on paid debt middlemen, that claim a right nobody has, or that hurt. */
const wordRules: readonly WordRule[] = [
  {
    code: 'promise',
    pattern:
      /(?<![社医担低])保 ?[证證](?!金(?!额))|1\s*0\s*0(?:\s*\.\s*0+)?\s*[%％]|百分之一?百|百分百|必过|必成|必定(?:成功|通过|批准|同意)|包过|包成功|稳过|停 ?息 ?[挂掛] ?[账帐賬]|征信洗白|洗白|修复.{0,3}征信|征信修复|铲单|成功率|内部渠道|特殊关系/g,
  },
  {
    code: 'promise',
    pattern:
      /\bguarantee(?:[sd]|ing)?\b|\b1\s*0\s*0(?:\s*\.\s*0+)?\s*%|\b(?:100|hundred) per ?cent\b|\bassured success\b|\bsure to be (?:approved|accepted)\b|\bcertain approval\b|\bsuccess rate\b|\bno[- ]fail\b|\bcredit repair\b|\b(?:clean|wipe|erase|repair)[a-z]* (?:your|my|the) credit\b/gi,
  },
  { code: 'entitlement', pattern: /必须同意|应当同意|必须接受|应当批准|有权要求|有权获得|强制(?:分期|停催|减免)|不同意就/g },
  {
    code: 'entitlement',
    pattern:
      /\bentitle[ds]?\b|\bmust (?:agree|accept|approve)\b|\bobliged to (?:agree|accept|approve)\b|\bhave to (?:agree|accept)\b/gi,
  },
  {
    code: 'bad_advice',
    pattern: /不用还|先别还|不要接电话|(?<!不|勿|别|不要|不再|不能|不得|不会|避免)(?:停止还款|断供|借新还旧|以贷还贷|拆东墙)/g,
  },
  { code: 'bad_advice', pattern: /\bstop paying\b|\bdo not pay\b|\bignore (?:the )?calls\b|\bborrow to (?:re)?pay\b/gi },
  { code: 'harsh', pattern: /老赖|违约者|欠债不还|失信人/g },
]

/**
 * The same in letters, and what no lender can be told: four times the LPR caps private lending, not licensed institutions
 * [民间借贷规定 1(2); 民间借贷适用范围批复]. A message may still explain that to a client.
 */
const letterRules: readonly WordRule[] = [
  ...wordRules,
  {
    code: 'private_cap',
    pattern: /[4四肆]\s*倍[^。；;\n]{0,12}?(?:LPR|贷款市场报价利率)|(?:LPR|贷款市场报价利率)[^。；;\n\d]{0,8}?[4四肆]\s*倍/gi,
  },
  {
    code: 'private_cap',
    pattern:
      /(?:\bfour|\b4)\s*(?:times|[x×*])\s*(?:the\s+)?(?:(?:one|1)-year\s+)?(?:LPR|loan prime rate)\b|\b(?:LPR|loan prime rate)\s*(?:times|[x×*])\s*(?:four|4)\b/gi,
  },
  {
    code: 'private_cap',
    pattern: /民间借贷[^。；;\n]{0,8}?(?:上限|红线)|\bprivate[- ]lending (?:rate )?(?:cap|ceiling|limit)\b/gi,
  },
]

/** What a message or a template says that this product does not say (promises, entitlement, advice that harms). */
export const lintText = (text: string): Finding[] => wordsOf(wordRules, text)

const lintWords = (text: string): Finding[] => wordsOf(letterRules, text)

const wordsOf = (rules: readonly WordRule[], text: string): Finding[] =>
  rules.flatMap(({ code, pattern }) => [...plainly(text).matchAll(pattern)].map(([word]) => ({ code, word })))

/** A text as it is read: wide figures as figures, without marks nobody sees, and words that are spaced out joined again. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<!\p{sc=Han})\p{sc=Han}(?: \p{sc=Han})+(?!\p{sc=Han})/gu, (spaced) => spaced.replaceAll(' ', ''))

/** Faults of a template as findings: the culprit is the unknown word, where there is one. */
export const asFindings = (faults: readonly PartFault[]): Finding[] =>
  faults.map(({ name = '', ...fault }) => ({ ...fault, word: name }))

/** For which letters a template is, and the day it is looked at. */
type Use = {
  readonly kind: LetterKind
  readonly language: Locale
  readonly on: CivilDate
  readonly productTypes?: readonly ProductType[]
}

/**
 * Everything that keeps a template from being published: faults, words, and what is wrong with the letter it makes of the
 * sample case, for each kind of product in turn. A law behind a condition counts only where the condition lets it through.
 */
export function lintTemplate(template: LetterTemplate, { productTypes = everyProduct, ...use }: Use): Finding[] {
  const inSource = parts(template).flatMap(([part, source]) =>
    [...wordsAndCitations(source), ...unprintableIn(source)].map((finding) => ({ ...finding, part })),
  )
  const inLetters = inSamples(template, use, productTypes).filter((found) => !inSource.some((known) => isSame(known, found)))
  return [...asFindings(templateFaults(template)), ...inSource, ...inLetters]
}

/** Whether two findings name the same culprit, wherever each was found. */
export const isSame = (a: Finding, b: Finding) => a.code === b.code && a.word === b.word

const wordsAndCitations = (text: string): Finding[] => [...lintWords(text), ...citationsAsText(text)]

/** What about a case a letter's laws are judged by. */
export type Ground = Pick<LetterFacts, 'today'> & {
  readonly creditor: Pick<LetterFacts['creditor'], 'productType'>
  readonly debt: Pick<LetterFacts['debt'], 'maturity'>
  readonly conduct?: Pick<NonNullable<LetterFacts['conduct']>, 'rule'>
}

/** Everything that keeps this letter from being sent: gaps, words, and laws that do not hold for this debt on this day. */
export function lintLetter(letter: RenderedLetter, ground: Ground): Finding[] {
  const gaps = [...letter.blanks, ...letter.paragraphs.map(textOf).flatMap((text) => text.match(emptyList) ?? [])]
  const text = [letter.salutation, ...letter.paragraphs].map(textOf).join('\n')
  const whole = [letter.title, text, ...letter.signature.map(textOf), ...letter.attachments].join('\n')
  return [
    ...gaps.map((word) => ({ code: 'empty_value' as const, word })),
    ...[...lintWords(text), ...unprintableIn(whole), ...wrongCitations(letter, ground)],
  ]
}

const emptyList = /[：:]\s*(?:[。；;]|\.(?=\s|$))/g

/** Pictures among the letters: a screen shows them, and the paper, whose fonts have none, prints 〓 in their place. */
const unprintableIn = (text: string): Finding[] =>
  [...new Set(text.match(/[\p{Emoji_Presentation}\u{1F000}-\u{1FBFF}]/gu))].map((word) => ({ code: 'unprintable', word }))

const everyProduct = productTypes

function inSamples(template: LetterTemplate, use: Use, productTypes: readonly ProductType[]): Finding[] {
  if (templateFaults(template).length > 0) return []
  const found: Finding[] = []
  for (const productType of productTypes) {
    found.push(...inSample(template, use, productType))
    // Stopped once, it would be stopped for every product, and take its time each time.
    if (found.some(({ code }) => code === 'limit')) break
  }
  return distinct(found)
}

/** Gaps, words and wrong laws of the letter about the sample case, as if it were about this product and not yet mature. */
function inSample(template: LetterTemplate, { kind, language, on }: Use, productType: ProductType): Finding[] {
  const sample = sampleCase(kind)
  const facts = {
    ...sample,
    today: on,
    creditor: { ...sample.creditor, productType },
    debt: { ...sample.debt, maturity: on },
  }
  const values = letterValues(facts, wording[language])
  const rendered = renderLetter({ kind, template, values, attachments: facts.attachments, language })
  if ('faults' in rendered) return asFindings(rendered.faults)
  // The rule a collector broke is chosen in the case, not written in the template.
  const isOwn = ({ code, word }: Finding) => code === 'empty_value' || word.startsWith('cite_')
  const { conduct: _, ...ground } = facts
  return [...lintLetter(rendered.letter, ground).filter(isOwn), ...wordsAndCitations(ownText(rendered.letter))]
}

/** What the template itself says in a letter, as it is read: a word may be split by a tag that leaves nothing behind. */
const ownText = ({ title, salutation, paragraphs, signature }: RenderedLetter): string =>
  [title, ...[salutation, ...paragraphs, ...signature].map((segments) => textOf(segments.map(withoutFact)))].join('\n')

const withoutFact = (segment: Segment): Segment => (segment.variable ? { ...segment, text: '\n' } : segment)

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.code} ${finding.word}`, finding])).values(),
]

const parts = ({ title, salutation, body, signature }: LetterTemplate): [LetterPart, string][] => [
  ['title', title],
  ['salutation', salutation],
  ['body', body],
  ['signature', signature],
]

// A law typed as text has no scope and no dates, so nobody would notice when it stops holding.
const citationsAsText = (source: string): Finding[] =>
  (source.match(typedLaw) ?? []).map((word) => ({ code: 'citation_as_text', word }))

const numeral = '[一二三四五六七八九十百千零〇两壹贰叁肆伍陆柒捌玖拾佰仟\\d０-９]'

const typedLaw = new RegExp(
  [
    `第\\s*(?:${numeral}\\s*)+[条條]`,
    // A year or an edition is none of its articles.
    '法典\\s*\\d{2,4}(?!\\s*[年版条\\d])',
    '(?:法发|法释|金规|银发|银保监发)\\s*[〔\\[（(]\\s*\\d{4}\\s*[〕\\]）)]\\s*\\d+\\s*号',
    // Without 第 a short count may be of other things: 意见三条.
    `(?:法典|条例)\\s*${numeral}+\\s*条`,
    `(?:(?<![方办说做想看])法|办法|规定|通知|规则|公告|解释|批复|意见|标准)\\s*${numeral}{2,}\\s*条`,
    '《[^《》]{0,60}(?:法典?|条例|办法|规定|通知)(?:[（(][^《》（()）]{0,12}[)）])?》',
    // A short title of this kind is a paper of somebody's: 《收费标准》.
    '《[^《》]{4,60}(?:规则|公告|解释|批复|意见|标准)(?:[（(][^《》（()）]{0,12}[)）])?》',
    '「[^「」]{0,60}(?:法典?|条例|办法|规定|通知)」',
    '§\\s*\\d+',
    '\\bGB\\s*[/∕⁄]?\\s*T?\\s*\\d{4,}',
    '\\bart(?:icles?)?(?:\\.\\s*|\\s+)\\d+',
    '\\bsections?\\s+\\d+\\s+of\\s+the\\s+(?:[a-z]+\\s+){0,4}(?:code|law)\\b',
    '\\bcode,?\\s+sections?\\s+\\d+',
  ].join('|'),
  'gi',
)

function wrongCitations(letter: RenderedLetter, ground: Ground): Finding[] {
  const { creditor, debt, today } = ground
  return [...new Set(letter.paragraphs.flat().flatMap(({ variable = '' }) => citedBy(variable, ground)))].flatMap((name) => {
    const citation = citationNamed(name)
    const code = citation && citationProblem(citation, { productType: creditor.productType, on: today, maturity: debt.maturity })
    return code ? [{ code, word: name }] : []
  })
}

function citedBy(variable: string, { conduct }: Ground): string[] {
  if (variable === 'conduct_rule') return conduct ? [conduct.rule] : []
  return variable.startsWith('cite_') ? [variable] : []
}
