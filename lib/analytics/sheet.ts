import type { SheetRow } from '@/lib/analysis/sheet'
import type { AnalysisSpec, FactorSpec } from '@/lib/analysis/spec'
import { type Approval, isDecision } from './approval'
import { levelOf, shownFactors, specOf } from './levels'
import type { Version } from './version'

/** Columns beside the factors. */
export const stratumColumn = 'stratum'
const clientColumn = 'client'
export const outcomeColumn = 'outcome'

/**
 * The factors every adjusted figure is adjusted for, declared before any outcome was seen and kept few: an office of some
 * hundred decided cases has no more events per parameter to spend. F-08 is left out for F-07: both divide by the same
 * disposable income. Other factors enter this model one at a time.
 */
export const modelFactors = ['F-02', 'F-07', 'F-12', 'F-14', 'F-15', 'F-19:WAIVE_INTEREST'] as const

/** One row per first version, as the statistics read it: a level per factor, creditor and product, client, outcome. */
export const sheetOf = (versions: readonly Version[]): SheetRow[] =>
  versions.map((version) => ({
    [outcomeColumn]: outcomeOf(version.approval),
    [stratumColumn]: version.stratum,
    [clientColumn]: version.client_id,
    ...Object.fromEntries(
      Object.entries(shownFactors).map(([column, shown]) => [column, levelOf(shown, version.values[shown.id])]),
    ),
  }))

/** What is asked of that sheet; the same questions whatever the data, but for what the data do not hold at all. */
export function specFor(sheet: readonly SheetRow[]): AnalysisSpec {
  const strata = new Set(sheet.map((row) => row[stratumColumn]))
  const decided = sheet.filter(isDecided)
  const asked = askedOf(strata.size, (column) => new Set(decided.map((row) => row[column])))
  return { ...asked, clusterBy: clientColumn }
}

type Seen = ReadonlySet<string | null | undefined>

/** `seen`: the levels that decided versions have in a column. */
export function askedOf(strata: number, seen: (column: string) => Seen): AnalysisSpec {
  return {
    outcome: { column: outcomeColumn, event: 'approved', nonEvent: 'refused' },
    factors: Object.entries(shownFactors).map(([column, shown]) => seenOnly(specOf(column, shown), seen(column))),
    stratifyBy: strata > 1 ? stratumColumn : null,
    model: { factors: [...modelFactors] },
  }
}

/** A level nobody decided has is no parameter: it would only look like a copy of another. */
function seenOnly({ levels, reference, ...spec }: FactorSpec, seen: Seen): FactorSpec {
  return {
    ...spec,
    ...(levels !== undefined && { levels: levels.filter((level) => seen.has(level)) }),
    ...(reference !== undefined && seen.has(reference) && { reference }),
  }
}

const isDecided = (row: SheetRow) => isDecision(row[outcomeColumn])

/** Withdrawn is no outcome; whatever is still open counts as waiting, never as refused. */
export const outcomeOf = (approval: Approval) => (approval === 'withdrawn' ? null : approval)
