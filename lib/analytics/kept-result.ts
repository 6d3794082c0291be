import type { Result } from '@/lib/analysis/result'

/** A result as text: with the numbers JSON has no word for, such as a limit that the data do not set. */
export const textOfResult = (result: Result) =>
  JSON.stringify(result, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? (wordOf.get(value) ?? words.nothing) : value,
  )

/** The result again. Only of text that was made here. */
export function resultIn(text: string): Result {
  return JSON.parse(text, (_, value: unknown) => numberOf.get(value) ?? value)
}

/** Words no level of a spreadsheet is: they begin with a control character. */
const words = { most: '\u0001∞', least: '\u0001-∞', nothing: '\u0001?' } as const
const wordOf = new Map([
  [Number.POSITIVE_INFINITY, words.most],
  [Number.NEGATIVE_INFINITY, words.least],
])
const numberOf = new Map<unknown, number>([
  [words.most, Number.POSITIVE_INFINITY],
  [words.least, Number.NEGATIVE_INFINITY],
  [words.nothing, Number.NaN],
])
