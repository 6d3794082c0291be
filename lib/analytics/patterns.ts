import type { CodedColumn } from '@/lib/analysis/coded'
import { levelsIn } from '@/lib/analysis/sheet'
import type { AnalysisSpec } from '@/lib/analysis/spec'
import { mapInTurns } from '@/lib/platform/in-turns'
import { isApproval, isDecision } from './approval'
import { bandsOf, type Shown, shownFactors } from './levels'
import { askedOf, outcomeColumn, outcomeOf, stratumColumn } from './sheet'
import type { Cell } from './small-cells'

/** Between two marks of a pattern. */
export const gap = '|'

/**
 * Sent versions that agree in every shown factor, in creditor and product and in what became of them: how many, and how
 * many of them are the first decided (or the first open) one of their client; `imported`: how many are past outcomes. `key`: a
 * mark per factor.
 */
export type PatternRow = { approval: string; stratum: string; key: string; n: number; firsts: number; imported: number }

/** How many were answered, or wait, after so many days; null for what has no days. */
export type DayRow = { approval: string; days: number | null; n: number }

/** Patterns as columns of codes: how many versions each stands for, and how many first ones of their client. */
export type Patterns = {
  rows: readonly PatternRow[]
  columns: Record<string, CodedColumn>
  n: Float64Array
  firsts: Float64Array
}

/** Puts the patterns of all slices together, in the order in which they come; the same one of several slices is one. */
export async function patternsFrom(rows: readonly PatternRow[]): Promise<Patterns> {
  const merged = new Map<string, PatternRow>()
  await mapInTurns(rows, (row) => {
    const key = [row.approval, row.stratum, row.key].join(gap)
    const known = merged.get(key)
    merged.set(key, known === undefined ? row : added(known, row))
  })
  const patterns = [...merged.values()]
  const marks = await mapInTurns(patterns, ({ key }) => key.split(gap))
  const factors: Record<string, CodedColumn> = {}
  for (const [place, [column, shown]] of Object.entries(shownFactors).entries()) {
    const level = levelsMarked(shown)
    factors[column] = columnOf(await mapInTurns(marks, (all) => level(all[place] ?? '')))
  }
  const outcomes = patterns.map(({ approval }) => (isApproval(approval) ? outcomeOf(approval) : null))
  return {
    rows: patterns,
    columns: {
      [outcomeColumn]: columnOf(outcomes),
      [stratumColumn]: columnOf(patterns.map(({ stratum }) => stratum)),
      ...factors,
    },
    n: Float64Array.from(patterns, ({ n }) => n),
    firsts: Float64Array.from(patterns, ({ firsts }) => firsts),
  }
}

const added = (a: PatternRow, b: PatternRow): PatternRow => ({
  ...a,
  ...{ n: a.n + b.n, firsts: a.firsts + b.firsts, imported: a.imported + b.imported },
})

/** What is asked of them: each client counts once, so that no clusters are left. */
export function specForPatterns(patterns: Patterns): AnalysisSpec {
  const { columns, firsts } = patterns
  const isSeen = outcomesIn(patterns, isDecision).map((isOne, pattern) => ((firsts[pattern] ?? 0) > 0 ? isOne : 0))
  const seen = (column: string) => {
    const { levels, codes } = columnIn(patterns, column)
    const some = new Uint8Array(levels.length + 1)
    for (let pattern = 0; pattern < codes.length; pattern++) if (isSeen[pattern]) some[codes[pattern] ?? 0] = 1
    return new Set(levels.filter((_, index) => some[index + 1] === 1))
  }
  return askedOf(columns[stratumColumn]?.levels.length ?? 0, seen)
}

/** The decided versions of a column by level, null for those without the fact: how many, and how many of them approved. */
export function tallyIn(patterns: Patterns, column: string): Map<string | null, Cell> {
  const { levels, codes } = columnIn(patterns, column)
  const [decided, approved] = [outcomesIn(patterns, isDecision), outcomesIn(patterns, (level) => level === 'approved')]
  const cells = [null, ...levels].map((level): [string | null, Required<Cell>] => [level, { n: 0, events: 0, imported: 0 }])
  codes.forEach((code, pattern) => {
    const [cell, n] = [cells[code]?.[1], patterns.n[pattern] ?? 0]
    if (!cell) return
    cell.n += n * (decided[pattern] ?? 0)
    cell.events += n * (approved[pattern] ?? 0)
    cell.imported += (patterns.rows[pattern]?.imported ?? 0) * (decided[pattern] ?? 0)
  })
  return new Map(cells.filter(([, { n }]) => n > 0))
}

/** 1 where a pattern is of versions with such an outcome. */
function outcomesIn(patterns: Patterns, isSuch: (outcome: string | null) => boolean): Uint8Array {
  const { levels, codes } = columnIn(patterns, outcomeColumn)
  const isOne = [null, ...levels].map((level) => (isSuch(level) ? 1 : 0))
  return Uint8Array.from(codes, (code) => isOne[code] ?? 0)
}

const columnIn = ({ columns, n }: Patterns, column: string): CodedColumn =>
  columns[column] ?? { levels: [], codes: new Uint16Array(n.length) }

/** A column of texts as codes: 0 where there is none, else one more than the place of its level. */
function columnOf(texts: readonly (string | null)[]): CodedColumn {
  const levels = levelsIn(texts)
  const codes = new Map<string | null, number>(levels.map((level, index) => [level, index + 1]))
  return { levels, codes: Uint16Array.from(texts, (text) => codes.get(text) ?? 0) }
}

/** What a mark says (`marked` in patterns.queries.ts): the same level as `levelOf` finds in the snapshot. */
function levelsMarked(shown: Shown): (mark: string) => string | null {
  const names: ReadonlyMap<string, string> =
    shown.kind === 'bands' ? new Map(bandsOf(shown.limits).map((band, index) => [String(index), band])) : flags
  if (shown.kind === 'bands' || shown.kind === 'flag') return (mark) => names.get(mark) ?? null
  return (mark) => (mark === '' ? null : mark)
}

const flags = new Map([
  ['y', 'yes'],
  ['n', 'no'],
])
