import { levelsIn } from '@/lib/analysis/sheet'
import { bandsOf, type Shown, shownFactors } from './levels'

/*
 * A version as a line of marks, as patterns.queries.ts has the database write it: one character for each factor of bands or
 * flags, and behind these the others in words. So a million versions are read letter by letter and never as a million records.
 */

/** Between two words of a line. */
export const gap = '|'

/** What stands for a fact that is missing. */
export const none = '-'

const isShort = ([, { kind }]: [string, Shown]) => kind === 'bands' || kind === 'flag'

/** The factors of one character, in the order of a line; the character is the number of its band, y or n. */
export const shortMarks = Object.entries(shownFactors).filter(isShort)

/** The factors in words, which stand behind them; empty where the fact is missing. */
export const wordMarks = Object.entries(shownFactors).filter((factor) => !isShort(factor))

/** The levels a character may mean, in the order of their codes from 1, and the code of each character: 0 for what means none. */
export function alphabetOf(shown: Shown): { levels: readonly string[]; codeOf: Uint8Array } {
  const means: [string, string][] =
    shown.kind === 'bands' ? bandsOf(shown.limits).map((band, index) => [String(index), band]) : flags
  const levels = levelsIn(means.map(([, level]) => level))
  const codeOf = new Uint8Array(128)
  for (const [mark, level] of means) codeOf[mark.charCodeAt(0)] = levels.indexOf(level) + 1
  return { levels, codeOf }
}

const flags: [string, string][] = [
  ['y', 'yes'],
  ['n', 'no'],
]
