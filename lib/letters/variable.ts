import type { CivilDate } from '@/lib/platform/dates'
import type { TemplateValue } from '@/lib/platform/liquid'
import type { Money } from '@/lib/platform/money'
import type { LetterFacts } from './facts'
import { amountText, type Wording } from './wording'

/** A word a template may use: its names for people, the recorded fact it comes from, and how it is written. */
export type Variable = {
  readonly zh: string
  readonly en: string
  /** The recorded fact, as a path through the case file. */
  readonly from: string
  value(facts: LetterFacts, say: Wording): TemplateValue
}

/** One row of the list; `from` is the path of the recorded fact. */
export const fact = (zh: string, en: string, from: string, value: Variable['value']): Variable => ({ zh, en, from, value })

/** A fact as text, or null where it is not recorded. */
export const amountOf = (amount: Money | undefined): string | null => (amount ? amountText(amount) : null)
export const countOf = (count: number | undefined): string | null => (count === undefined ? null : String(count))
export const dateOf = (day: CivilDate | undefined, { date }: Wording): string | null => (day ? date(day) : null)
export const monthOf = (day: CivilDate | undefined, { month }: Wording): string | null => (day ? month(day) : null)

/** Typed text that ends its paragraph: its lines run on, and it has the full stops it may have been typed without. */
export const sentenceOf = (text: string | undefined, { language }: Wording): string | null => {
  const lines = (text ?? '').split('\n').flatMap((line) => line.trim() || [])
  const last = lines.pop()
  if (last === undefined) return null
  const isLatin = language === 'en' && !/\p{Script=Han}$/u.test(last)
  const ended = isEnded.test(last) ? last : `${last}${isLatin ? '.' : '。'}`
  return [...lines.map((line) => (isParted.test(line) ? line : `${line}${isLatin ? ';' : '；'}`)), ended].join(isLatin ? ' ' : '')
}

const isEnded = /[。．.！!？?…；;][”’」』）)"']*$/u
const isParted = /[。．.！!？?…；;，,、：:][”’」』）)"']*$/u

/** The items of a list; where nothing is recorded one empty item, so that the letter shows the gap instead of hiding it. */
export const listOf = (items: readonly string[] | undefined): readonly string[] => (items && items.length > 0 ? items : [''])
