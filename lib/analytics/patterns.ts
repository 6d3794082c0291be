import type { CodedColumn, Codes } from '@/lib/analysis/coded'
import { levelsIn } from '@/lib/analysis/sheet'
import type { AnalysisSpec } from '@/lib/analysis/spec'
import { mapInTurns } from '@/lib/platform/in-turns'
import { isDecision } from './approval'
import { shownFactors } from './levels'
import { askedOf, outcomeColumn, stratumColumn } from './sheet'
import type { CodedSlice, SliceColumn } from './slice-codes'
import type { Cell } from './small-cells'

/** How many were answered, or wait, after so many days; null for what has no days. */
export type DayRow = { approval: string; days: number | null; n: number }

/**
 * Very many versions as columns of codes. `firsts`: 1 for the first decided, or first open, one of its client, else 0;
 * `hashes`: a fingerprint per slice.
 */
export type Patterns = {
  columns: Record<string, CodedColumn>
  firsts: Uint8Array
  tallies: ReadonlyMap<string, ColumnTally>
  hashes: string[]
}

/** The decided versions of a column by level, null for those without the fact; `firsts`: how many are the first of their client. */
type ColumnTally = ReadonlyMap<string | null, LevelTally>
type LevelTally = Required<Cell> & { firsts: number }

/** Puts slices together, in the order in which they come. Levels stand in the same order whatever slice named them first. */
export async function patternsFrom(slices: readonly CodedSlice[]): Promise<Patterns> {
  const firsts = strung(slices.map((slice) => slice.firsts))
  const imported = strung(slices.map((slice) => slice.imported))
  const whole = await mapInTurns(
    [outcomeColumn, stratumColumn, ...Object.keys(shownFactors)],
    (name): [string, CodedColumn] => [name, together(slices.flatMap(({ columns }) => columns.get(name) ?? []))],
    1,
  )
  const columns = Object.fromEntries(whole)
  const fates = fatesIn(columns[outcomeColumn])
  const tallies = await mapInTurns(
    whole,
    ([name, column]): [string, ColumnTally] => [name, tallied(column, { ...fates, firsts, imported })],
    1,
  )
  return { columns, firsts, tallies: new Map(tallies), hashes: slices.map(({ hash }) => hash) }
}

/** What is asked of them: each client counts once, so that no clusters are left. */
export function specForPatterns({ columns, tallies }: Patterns): AnalysisSpec {
  const seen = (column: string) => {
    const levels = [...(tallies.get(column) ?? [])]
    return new Set(levels.flatMap(([level, { firsts }]) => (firsts > 0 ? [level] : [])))
  }
  return askedOf(columns[stratumColumn]?.levels.length ?? 0, seen)
}

/** The decided versions of a column by level, null for those without the fact: how many, and how many of them approved. */
export const tallyIn = ({ tallies }: Patterns, column: string): ReadonlyMap<string | null, Cell> =>
  new Map([...(tallies.get(column) ?? [])].map(([level, { firsts: _, ...cell }]) => [level, cell]))

/** One column of all slices, its codes in the order of its levels. Of the words only those that occur are levels. */
function together(parts: readonly SliceColumn[]): CodedColumn {
  const words = parts[0]?.words ?? []
  const codes = parts.every((part) => part.codes instanceof Uint8Array)
    ? strung(parts.map((part) => part.codes))
    : strung16(parts.map((part) => part.codes))
  const seen = new Uint8Array(words.length + 1)
  for (const code of codes) seen[code] = 1
  const levels = levelsIn(words.filter((_, index) => seen[index + 1] === 1))
  const place = Uint16Array.from([null, ...words], (word) => (word === null ? 0 : levels.indexOf(word) + 1))
  for (let row = 0; row < codes.length; row++) codes[row] = place[codes[row] ?? 0] ?? 0
  return { levels, codes }
}

/** Whether a version is decided, and whether it is approved: 1 or 0. */
function fatesIn(outcome: CodedColumn | undefined): Fates {
  const levels = [null, ...(outcome?.levels ?? [])]
  const codes = outcome?.codes ?? new Uint8Array()
  const where = (isSuch: (level: string | null) => boolean) => {
    const isOne = Uint8Array.from(levels, (level) => (isSuch(level) ? 1 : 0))
    const found = new Uint8Array(codes.length)
    for (let row = 0; row < found.length; row++) found[row] = isOne[codes[row] ?? 0] ?? 0
    return found
  }
  return { decided: where(isDecision), approved: where((level) => level === 'approved') }
}

type Fates = { decided: Uint8Array; approved: Uint8Array }

function tallied(
  { levels, codes }: CodedColumn,
  { decided, ...of }: Fates & { firsts: Uint8Array; imported: Uint8Array },
): ColumnTally {
  const size = levels.length + 1
  const n = countedBy(codes, decided, { size })
  const [events, imported, firsts] = [of.approved, of.imported, of.firsts].map((also) =>
    countedBy(codes, decided, { size, also }),
  )
  const cells = [null, ...levels].map((level, code): [string | null, LevelTally] => [
    level,
    { n: n[code] ?? 0, events: events?.[code] ?? 0, imported: imported?.[code] ?? 0, firsts: firsts?.[code] ?? 0 },
  ])
  return new Map(cells.filter(([, cell]) => cell.n > 0))
}

/** How many decided versions have each code; `also`: of those only that have this, too. */
function countedBy(
  codes: Codes,
  decided: Uint8Array,
  { size, also = decided }: { size: number; also?: Uint8Array },
): Float64Array {
  const counts = new Float64Array(size)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + (decided[row] ?? 0) * (also[row] ?? 0)
  }
  return counts
}

const lengthOf = (parts: readonly Codes[]) => parts.reduce((length, part) => length + part.length, 0)

/** Parts one after the other. */
const strung = (parts: readonly Codes[]) => filledWith(new Uint8Array(lengthOf(parts)), parts)
const strung16 = (parts: readonly Codes[]) => filledWith(new Uint16Array(lengthOf(parts)), parts)

function filledWith<Whole extends Codes>(whole: Whole, parts: readonly Codes[]): Whole {
  let from = 0
  for (const part of parts) {
    whole.set(part, from)
    from += part.length
  }
  return whole
}
