import type { FactorValue } from '@/db/schema/proposals'
import { type FactorId, type ReliefType, reliefTypes } from '@/db/vocabulary'

/**
 * How the analytics page shows a frozen factor: as categories, or in bands whose limits were fixed here before any outcome
 * was seen (a limit chosen to look best would inflate every finding). F-27 is left out: a rating is hindsight.
 */
export type Shown = Source &
  ({ kind: 'category' | 'flag' } | { kind: 'bands'; limits: readonly number[] } | { kind: 'ordered'; levels: readonly string[] })
/** Where the value stands in a snapshot: by itself, as a part of a record, or whether a list of reliefs names this one. */
export type Source = { id: FactorId; part?: string; relief?: ReliefType }

const reliefRows = Object.fromEntries(
  reliefTypes.map((relief) => [`F-19:${relief}`, { id: 'F-19', kind: 'flag', relief }] as const),
) satisfies Record<string, Shown>

/** Every row of the page, by its column in the analysis. */
export const shownFactors: Record<string, Shown> = {
  'F-02': { id: 'F-02', kind: 'ordered', levels: ['NOT_DUE', 'D1_30', 'D31_90', 'D91_180', 'D181_UP'] },
  'F-03': { id: 'F-03', kind: 'bands', limits: [0, 30, 90] },
  'F-04': { id: 'F-04', kind: 'bands', limits: [8, 31] },
  'F-05': { id: 'F-05', kind: 'category' },
  'F-06': { id: 'F-06', kind: 'bands', part: 'drop', limits: [0.3, 0.6] },
  'F-07': { id: 'F-07', kind: 'bands', limits: [0.5, 1] },
  'F-08': { id: 'F-08', kind: 'bands', limits: [0.8, 1.0001] },
  'F-09': { id: 'F-09', kind: 'bands', limits: [0.5, 1] },
  'F-10': { id: 'F-10', kind: 'bands', part: 'creditors', limits: [2, 3] },
  'F-11': { id: 'F-11', kind: 'bands', part: 'balance', limits: [20_000, 50_000, 100_000] },
  'F-12': { id: 'F-12', kind: 'bands', limits: [0.5, 1] },
  'F-13': { id: 'F-13', kind: 'bands', limits: [1] },
  'F-14': { id: 'F-14', kind: 'flag' },
  'F-15': { id: 'F-15', kind: 'bands', limits: [1, 3] },
  'F-16': { id: 'F-16', kind: 'bands', limits: [0.9] },
  'F-17': { id: 'F-17', kind: 'bands', limits: [0.5] },
  'F-18': { id: 'F-18', kind: 'flag' },
  ...reliefRows,
  'F-20': { id: 'F-20', kind: 'bands', limits: [0.1, 0.3] },
  'F-21': { id: 'F-21', kind: 'bands', part: 'term', limits: [1.0001, 2.0001] },
  'F-22': { id: 'F-22', kind: 'flag' },
  'F-23': { id: 'F-23', kind: 'bands', limits: [1] },
  'F-24': { id: 'F-24', kind: 'category', part: 'channel' },
  'F-26': { id: 'F-26', kind: 'category' },
}

/** How a column is shown; undefined for every text that is none, `constructor` too. */
export const shownAs = (column: string): Shown | undefined =>
  Object.hasOwn(shownFactors, column) ? shownFactors[column] : undefined

/** The level a frozen value falls into; null where the fact was missing. Bands read `<30`, `30..90`, `>=90`. */
export function levelOf(shown: Shown, value: FactorValue | undefined): string | null {
  const found = value === undefined ? null : valueAt(shown, value)
  if (found === null) return null
  if (shown.kind === 'flag') return found === true ? 'yes' : 'no'
  if (shown.kind !== 'bands') return String(found)
  const at = typeof found === 'number' ? found : Number.parseFloat(String(found))
  return Number.isFinite(at) ? bandOf(at, shown.limits) : null
}

function valueAt({ part, relief }: Source, value: FactorValue) {
  if (relief !== undefined) return Array.isArray(value) ? value.includes(relief) : null
  const found = part === undefined ? value : partOf(value, part)
  return typeof found === 'object' ? null : found
}

function partOf(value: FactorValue, part: string) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[part] ?? null) : null
}

/** The names of a factor's bands, lowest first. */
export const bandsOf = (limits: readonly number[]) => [
  ...limits.map((limit) => bandOf(limit - 1e-9, limits)),
  bandOf(Number.POSITIVE_INFINITY, limits),
]

function bandOf(at: number, limits: readonly number[]) {
  const above = limits.filter((limit) => at >= limit).length
  const [from, to] = [limits[above - 1], limits[above]]
  if (from === undefined) return `<${to}`
  return to === undefined ? `>=${from}` : `${from}..${to}`
}

/** How the analysis is told about a column. */
export function specOf(column: string, shown: Shown) {
  if (shown.kind === 'bands') return { column, type: 'ordered' as const, levels: bandsOf(shown.limits) }
  if (shown.kind === 'ordered') return { column, type: 'ordered' as const, levels: [...shown.levels] }
  return shown.kind === 'flag' ? { column, type: 'category' as const, reference: 'no' } : { column, type: 'category' as const }
}
