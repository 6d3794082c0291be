import type { ProductType } from '@/db/vocabulary'
import type { CivilDate } from '@/lib/platform/dates'
import { textOf } from '@/lib/platform/liquid'
import { citationNamed, citationProblem } from './citations'
import type { LetterPart } from './compiled'
import type { LetterFacts } from './facts'
import type { LetterTemplate } from './kinds'
import { type Letter, type PartFault, templateFaults } from './letter'

/** Something that keeps a template from being published or a letter from being sent; `word` is the culprit. */
export type Finding = {
  readonly code:
    | PartFault['code']
    | 'promise'
    | 'entitlement'
    | 'bad_advice'
    | 'harsh'
    | 'citation_as_text'
    | 'wrong_product'
    | 'not_in_force'
    | 'after_maturity'
    | 'empty_value'
  readonly word: string
  readonly part?: LetterPart
  readonly line?: number
  readonly column?: number
}

type WordRule = { readonly code: 'promise' | 'entitlement' | 'bad_advice' | 'harsh'; readonly pattern: RegExp }

/** Words that regulators name in their alerts on paid debt middlemen, that claim a right nobody has, or that hurt. */
const wordRules: readonly WordRule[] = [
  {
    code: 'promise',
    pattern:
      /保证(?!金)|100\s*[%％]|百分之百|百分百|必过|必成|包过|包成功|稳过|停息挂账|征信洗白|洗白|修复征信|征信修复|铲单|成功率|内部渠道|特殊关系/g,
  },
  {
    code: 'promise',
    pattern:
      /\bguarantee[sd]?\b|\b100\s*%|\bsure to be (?:approved|accepted)\b|\bcertain approval\b|\bsuccess rate\b|\bno[- ]fail\b|\bcredit repair\b|\b(?:clean|wipe|erase)[a-z]* (?:your|my|the) credit\b/gi,
  },
  { code: 'entitlement', pattern: /必须同意|应当同意|必须接受|应当批准|有权要求|有权获得|强制(?:分期|停催|减免)|不同意就/g },
  {
    code: 'entitlement',
    pattern:
      /\bentitle[ds]?\b|\bmust (?:agree|accept|approve)\b|\bobliged to (?:agree|accept|approve)\b|\bhave to (?:agree|accept)\b/gi,
  },
  { code: 'bad_advice', pattern: /停止还款|不用还|先别还|断供|不要接电话|借新还旧|以贷还贷|拆东墙/g },
  { code: 'bad_advice', pattern: /\bstop paying\b|\bdo not pay\b|\bignore (?:the )?calls\b|\bborrow to (?:re)?pay\b/gi },
  { code: 'harsh', pattern: /老赖|违约者|欠债不还|失信人/g },
]

/** What a message or a template says that this product does not say (promises, entitlement, advice that harms). */
export const lintText = (text: string): Finding[] =>
  wordRules.flatMap(({ code, pattern }) => [...text.matchAll(pattern)].map(([word]) => ({ code, word })))

/** Faults of a template as findings: the culprit is the unknown word, where there is one. */
export const asFindings = (faults: readonly PartFault[]): Finding[] =>
  faults.map(({ name = '', ...fault }) => ({ ...fault, word: name }))

/** Everything that keeps a template from being published. `productTypes` are the products it is offered for. */
export const lintTemplate = (template: LetterTemplate, productTypes: readonly ProductType[], on: CivilDate): Finding[] => [
  ...asFindings(templateFaults(template)),
  ...parts(template).flatMap(([part, source]) =>
    [...lintText(source), ...citationsAsText(source)].map((finding) => ({ ...finding, part })),
  ),
  ...citationsIn(
    parts(template)
      .map(([, source]) => source)
      .join('\n'),
  ).flatMap((name) => outOfScope(name, productTypes, on)),
]

/** Everything that keeps this letter from being sent: gaps, words, and laws that do not hold for this debt on this day. */
export function lintLetter(letter: Letter, facts: LetterFacts): Finding[] {
  const gaps = [...letter.blanks, ...letter.paragraphs.map(textOf).flatMap((text) => text.match(/[：:]\s*[。；;]/g) ?? [])]
  const text = [letter.salutation, ...letter.paragraphs].map(textOf).join('\n')
  return [...gaps.map((word) => ({ code: 'empty_value' as const, word })), ...lintText(text), ...wrongCitations(letter, facts)]
}

const parts = ({ title, salutation, body, signature }: LetterTemplate): [LetterPart, string][] => [
  ['title', title],
  ['salutation', salutation],
  ['body', body],
  ['signature', signature],
]

// A law typed as text has no scope and no dates, so nobody would notice when it stops holding.
const citationsAsText = (source: string): Finding[] =>
  (
    source.match(/第\s*[一二三四五六七八九十百零\d]+\s*条|《[^《》]{0,60}(?:法|条例|办法|规定|通知)》|\barticle\s+\d+/gi) ?? []
  ).map((word) => ({
    code: 'citation_as_text',
    word,
  }))

const citationsIn = (source: string): string[] => [...new Set(source.match(/\bcite_\w+/g) ?? [])]

function outOfScope(name: string, productTypes: readonly ProductType[], on: CivilDate): Finding[] {
  const citation = citationNamed(name)
  if (!citation) return []
  // Whether the debt is still before maturity is a matter of the case, not of the template.
  const problems = productTypes.map((productType) => citationProblem(citation, { productType, on, maturity: on }))
  return [...new Set(problems)].flatMap((code) => (code ? [{ code, word: name }] : []))
}

function wrongCitations(letter: Letter, facts: LetterFacts): Finding[] {
  const { creditor, debt, today } = facts
  return [...new Set(letter.paragraphs.flat().flatMap(({ variable = '' }) => citedBy(variable, facts)))].flatMap((name) => {
    const citation = citationNamed(name)
    const code = citation && citationProblem(citation, { productType: creditor.productType, on: today, maturity: debt.maturity })
    return code ? [{ code, word: name }] : []
  })
}

function citedBy(variable: string, { conduct }: LetterFacts): string[] {
  if (variable === 'conduct_rule') return conduct ? [conduct.rule] : []
  return variable.startsWith('cite_') ? [variable] : []
}
