import type { FactorResult, Result, Warning } from '@/lib/analysis/result'
import { withValues } from '@/lib/analysis/warnings'
import { twoDigits } from './coarse'
import type { FactorView, Level } from './factor-view'
import { exactly, type Rounding } from './rounding'

type Told = { views: readonly FactorView[]; isModelTold: boolean; round: Rounding }

/**
 * Warnings the reader may have: none that names a hidden group or compares with one, none with a figure made of hidden
 * groups, none that counts a hidden gap or repeats the totals, and no reversal that its figures as they are told do not show.
 */
export const tellable = ({ warnings, factors }: Pick<Result, 'warnings' | 'factors'>, told: Told): Warning[] =>
  warnings
    .filter((warning) => {
      const view = told.views.find(({ column }) => column === warning.column)
      const factor = factors.find(({ column }) => column === warning.column)
      return !isOfAll(warning, told) && (view === undefined || !tellsOfHidden(warning, view, factor))
    })
    .map((warning) => (told.isModelTold ? warning : withoutRows(warning)))
    .map((warning) => (told.round === exactly ? warning : roundedIn(warning, told.round)))
    .filter(({ code, values }) => code !== 'reversal' || isTurned(values))

/** Whether two odds ratios lie on two sides of 1: one that reads as 1 points nowhere. */
const isTurned = ({ crude, stratified }: Warning['values']) => Math.log(Number(crude)) * Math.log(Number(stratified)) < 0

/** Outside the team the figures of a warning are as rough as those of the tables. */
function roundedIn(warning: Warning, round: Rounding): Warning {
  const said = Object.entries(warning.values).map(([name, value]) => [name, roughWord(name, value, round)] as const)
  return withValues(warning, Object.fromEntries(said))
}

function roughWord(name: string, value: string, round: Rounding): string {
  if (counts.has(name)) return String(round(Number(value)))
  if (ratios.has(name)) return String(twoDigits(Number(value)))
  if (name === 'ratio') return String(Math.floor(Number(value)))
  return shares.has(name) ? `${5 * Math.round(Number.parseFloat(value) / 5)}%` : value
}
const counts: ReadonlySet<string> = new Set(['n', 'rows', 'events'])
const ratios: ReadonlySet<string> = new Set(['crude', 'stratified', 'adjusted', 'kept'])
const shares: ReadonlySet<string> = new Set(['share', 'eventShare', 'otherShare'])

/** The same without how many rows the model leaves out. */
function withoutRows(warning: Warning): Warning {
  const { rows, n, ...values } = warning.values
  const key = keyWithoutRows[values['key'] ?? '']
  return key ? withValues(warning, { ...values, key }) : warning
}
const keyWithoutRows: Record<string, string> = { confounded_rows: 'confounded', reversal_model_rows: 'reversal_model' }

/** What repeats the totals or counts single rows, or counts the cases of the model where these tell of a gap. */
function isOfAll({ code, values }: Warning, { isModelTold, round }: Told): boolean {
  // How many clients there are is a count of people.
  if (values['key'] === 'clusters_few' && round !== exactly) return true
  if (values['key'] === 'too_few_all' || code === 'too_few' || code === 'not_read') return true
  return (code === 'low_events_per_parameter' || ofGaps.has(values['key'] ?? '')) && !isModelTold
}

const ofGaps: ReadonlySet<string> = new Set(['moved_by_gaps', 'moved_by_both'])

function tellsOfHidden({ code, values }: Warning, { levels, missing }: FactorView, factor: FactorResult | undefined): boolean {
  if (values['key'] === 'missing_differs') return isHidden(missing)
  if (values['auc'] !== undefined) return levels.some(isHidden)
  const hidden = new Set(levels.filter(isHidden).map(({ level }) => level))
  const reference = factor?.comparisons.find(({ level }) => level === values['level'])?.reference
  const compares = values['crude'] !== undefined || code === 'heterogeneous'
  return hidden.has(values['level'] ?? '') || (compares && reference !== undefined && hidden.has(reference))
}

const isHidden = (level: Level | null): level is Extract<Level, { hidden: true }> => level !== null && 'hidden' in level
