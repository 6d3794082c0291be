import type { SheetRow } from '@/lib/analysis/sheet'
import type { AnalysisSpec } from '@/lib/analysis/spec'
import { isDecided } from '@/lib/analytics/approval'
import { levelOf, shownFactors } from '@/lib/analytics/levels'
import { modelFactors, sheetOf, specFor } from '@/lib/analytics/sheet'
import type { Version } from '@/lib/analytics/version'
import type { FrozenFactors } from '@/lib/factors/catalogue'

/**
 * What a draft is held against: the first decided version of every other client. Two of one client would look like twice the
 * evidence, and the client's own answers would tell of the client.
 */
export function othersDecided(versions: readonly Version[], clientId: string): Version[] {
  const firsts = new Map<string, Version>()
  const inTime = versions.toSorted((a, b) => (a.sent_on + a.id < b.sent_on + b.id ? -1 : 1))
  for (const version of inTime)
    if (isDecided(version.approval) && version.client_id !== clientId && !firsts.has(version.client_id))
      firsts.set(version.client_id, version)
  return [...firsts.values()]
}

/** The question: the few factors every adjusted figure is adjusted for, all of them known before any answer. */
export function questionOf(versions: readonly Version[]): { rows: SheetRow[]; spec: AnalysisSpec } {
  const rows = sheetOf(versions)
  const { outcome, factors } = specFor(rows)
  return { rows, spec: { outcome, factors: factors.filter(({ column }) => modelFactors.some((one) => one === column)) } }
}

/** A draft as such a row. */
export const rowOf = ({ values }: FrozenFactors): SheetRow =>
  Object.fromEntries(
    modelFactors.map((column) => {
      const shown = shownFactors[column]
      return [column, shown === undefined ? null : levelOf(shown, values[shown.id])]
    }),
  )
