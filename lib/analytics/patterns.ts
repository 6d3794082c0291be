import type { CodedColumn } from '@/lib/analysis/coded'
import { levelsIn } from '@/lib/analysis/sheet'
import type { AnalysisSpec } from '@/lib/analysis/spec'
import { isApproval, isDecision } from './approval'
import { count } from './factor-view'
import { bandsOf, type Shown, shownFactors } from './levels'
import { askedOf, outcomeColumn, outcomeOf, stratumColumn } from './sheet'
import type { Cell } from './small-cells'

/** Between two marks of a pattern. */
export const gap = '|'

/**
 * Sent versions that agree in every shown factor, in creditor and product and in what became of them: how many, and how
 * many of them are the first decided (or the first open) one of their client. `key`: a mark per factor.
 */
export type PatternRow = { approval: string; stratum: string; key: string; n: number; firsts: number }

/** How many were answered, or wait, after so many days; null for what has no days. */
export type DayRow = { approval: string; days: number | null; n: number }

/** Patterns as columns of codes: how many versions each stands for, and how many first ones of their client. */
export type Patterns = {
  rows: readonly PatternRow[]
  columns: Record<string, CodedColumn>
  n: Float64Array
  firsts: Float64Array
}

/** Puts the patterns of all slices together; the same one of several slices is one. */
export function patternsFrom(rows: readonly PatternRow[]): Patterns {
  const merged = new Map<string, PatternRow>()
  for (const row of rows) {
    const key = [row.approval, row.stratum, row.key].join(gap)
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { ...row })
    else merged.set(key, { ...known, n: known.n + row.n, firsts: known.firsts + row.firsts })
  }
  // In the order of their texts, so that nothing depends on the order in which slices came.
  const patterns = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern)
  const marks = patterns.map(({ key }) => key.split(gap))
  const factors = Object.entries(shownFactors).map(
    ([column, shown], place) => [column, columnOf(marks.map((all) => levelMarked(shown, all[place] ?? '')))] as const,
  )
  const outcomes = patterns.map(({ approval }) => (isApproval(approval) ? outcomeOf(approval) : null))
  return {
    rows: patterns,
    columns: {
      [outcomeColumn]: columnOf(outcomes),
      [stratumColumn]: columnOf(patterns.map(({ stratum }) => stratum)),
      ...Object.fromEntries(factors),
    },
    n: Float64Array.from(patterns, ({ n }) => n),
    firsts: Float64Array.from(patterns, ({ firsts }) => firsts),
  }
}

/** What is asked of them: each client counts once, so that no clusters are left. */
export function specForPatterns({ columns, firsts }: Patterns): AnalysisSpec {
  const outcome = textsIn(columns[outcomeColumn])
  const seen = (column: string) => {
    const texts = textsIn(columns[column])
    return new Set(texts.filter((_, pattern) => (firsts[pattern] ?? 0) > 0 && isDecision(outcome[pattern])))
  }
  return askedOf(columns[stratumColumn]?.levels.length ?? 0, seen)
}

/** The patterns of a column by level: how many versions, and how many of them approved; those without the fact apart. */
export function tallyIn({ columns, n }: Patterns, column: string) {
  const [outcome, texts] = [textsIn(columns[outcomeColumn]), textsIn(columns[column])]
  const cells = new Map<string | null, Cell>()
  texts.forEach((level, pattern) => {
    if (!isDecision(outcome[pattern])) return
    const all = n[pattern] ?? 0
    count(cells, level, { n: all, events: outcome[pattern] === 'approved' ? all : 0 })
  })
  return cells
}

const textsIn = (column: CodedColumn | undefined) => Array.from(column?.codes ?? [], (code) => column?.levels[code - 1] ?? null)

/** A column of texts as codes: 0 where there is none, else one more than the place of its level. */
function columnOf(texts: readonly (string | null)[]): CodedColumn {
  const levels = levelsIn(texts)
  const codes = new Map<string | null, number>(levels.map((level, index) => [level, index + 1]))
  return { levels, codes: Uint16Array.from(texts, (text) => codes.get(text) ?? 0) }
}

/** What a mark says (`marked` in patterns.queries.ts): the same level as `levelOf` finds in the snapshot. */
function levelMarked(shown: Shown, mark: string): string | null {
  if (mark === '') return null
  if (shown.kind === 'flag') return mark === 'y' ? 'yes' : 'no'
  return shown.kind === 'bands' ? (bandsOf(shown.limits)[Number.parseInt(mark, 10)] ?? null) : mark
}
