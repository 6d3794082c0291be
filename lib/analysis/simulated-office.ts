import type { SheetRow } from './sheet'

/** An office with known truth: cases drawn one by one from a seed, for tests. */

/** Random numbers in [0, 1) from a seed (mulberry32). */
export type Dice = () => number

export function dice(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of some words. */
export function pick<Word>(roll: Dice, words: readonly [Word, ...Word[]]): Word {
  return words[Math.floor(roll() * words.length)] ?? words[0]
}

/** A standard normal number (Box & Muller). */
export function normal(roll: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
}

/** yes with the given probability. */
export function yes(roll: Dice, probability: number): 'yes' | 'no' {
  return roll() < probability ? 'yes' : 'no'
}

/** 1 / (1 + exp(-x)). */
function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** As many cases as asked for, each drawn by `draw`. */
export function office(cases: number, seed: number, draw: (roll: Dice, index: number) => SheetRow): SheetRow[] {
  const roll = dice(seed)
  return Array.from({ length: cases }, (_, index) => draw(roll, index))
}

/** The status of a case with this log odds of approval. */
export function decided(roll: Dice, logOdds: number): 'approved' | 'rejected' {
  return roll() < chance(logOdds) ? 'approved' : 'rejected'
}

const lenders: [Lender, ...Lender[]] = [
  { lender: 'A', strictness: 0.8 },
  { lender: 'B', strictness: 0.2 },
  { lender: 'C', strictness: -0.3 },
  { lender: 'D', strictness: -0.9 },
]
type Lender = { lender: string; strictness: number }

/** A case whose eight factors have nothing to do with its outcome, only its lender has. */
export function nullCase(roll: Dice): SheetRow {
  const { lender, strictness } = pick(roll, lenders)
  const levels = Object.fromEntries([1, 2, 3, 4].map((k) => [`yes_no_${k}`, yes(roll, 0.15 + 0.15 * k)]))
  const kinds = Object.fromEntries([1, 2].map((k) => [`kind_${k}`, pick(roll, ['illness', 'job_loss', 'family', 'other'])]))
  const income = (5000 + 1500 * normal(roll)).toFixed(2)
  return { ...levels, ...kinds, income, band: pick(roll, ['none', '1-30', '31+']), lender, status: decided(roll, strictness) }
}

/** The spec for `nullCase`. */
export const nullSpec = {
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    ...[1, 2, 3, 4].map((k) => ({ column: `yes_no_${k}`, type: 'category' as const })),
    ...[1, 2].map((k) => ({ column: `kind_${k}`, type: 'category' as const })),
    { column: 'income', type: 'number' as const },
    { column: 'band', type: 'ordered' as const, levels: ['none', '1-30', '31+'] },
  ],
  stratifyBy: 'lender',
}
