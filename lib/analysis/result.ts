import type { Interval } from '@/lib/statistics/numbers'

/** The answer of `parley analyse` and of the analytics page (contracts.md 5): plain JSON. Null: refused or undefined. */
export type Result = {
  funnel: Funnel
  factors: FactorResult[]
  model: ModelResult
  time: TimeResult | null
  multiplicity: { tested: number; method: 'benjamini-hochberg'; findings: string[] }
  warnings: Warning[]
}

export type Funnel = {
  rows: number
  decided: number
  events: number
  pending: number
  missingOutcome: number
  rate: { estimate: number | null; wilson: Interval }
  /** The rate if every pending row were refused, and if every one were approved. */
  bounds: Interval | null
}

export type LevelResult = { level: string; n: number; events: number; rate: number | null; wilson: Interval; shown: boolean }

type Verdict = 'more' | 'less' | 'cannot_tell' | 'too_few' | 'varies' | 'refused'

export type StratifiedResult = {
  by: string
  /** Mantel-Haenszel (levels), or the stratified score estimate per SD or step (numbers). */
  oddsRatio: number | null
  rbg: Interval | null
  riskDifference: number | null
  breslowDayTaroneP: number | null
  /** Strata disagree: the single odds ratio must not be shown without the strata beside it. */
  withheld: boolean
  strata: { stratum: string; n: number; oddsRatio: number | null; interval: Interval | null }[]
}

export type AdjustedResult = {
  oddsRatio: number
  interval: Interval
  method: 'ml-profile' | 'firth-ppl'
  /** The average difference in rate over the rows of the model (g-computation), and the columns adjusted for. */
  riskDifference: number
  for: string[]
}

export type Comparison = {
  level: string
  reference: string
  /** For a number: how much of it the ratio speaks of (one standard deviation). */
  unit?: number
  riskDifference: { estimate: number; newcombe: Interval } | null
  oddsRatio: { estimate: number | null; woolf: Interval | null; haldane: number | null } | null
  fisherP: number | null
  stratified: StratifiedResult | null
  adjusted: AdjustedResult | null
  /** Where data are too few for a model of all: beside the one other factor that leaves least of the difference. */
  beside?: AdjustedResult
  /** Within narrow bands of a number along which the rate bends, or within the levels of a column too wide for a model: where least of the difference is left. */
  withinBands?: { by: string; oddsRatio: number | null; interval: Interval | null }
}

export type FactorTest = {
  name: 'fisher' | 'chi2' | 'trend' | 'lr' | 'cluster_robust'
  p: number
  q: number | null
  /** Departure from a straight line over ordered levels, or along a number (of its square). */
  departureP?: number
  /** With many clusters `p` is the larger of the plain one and this. */
  clusterRobustP?: number
  /** With a few large ones `p` is the larger of the plain one and this, which compares rows of one cluster only. */
  withinClustersP?: number
}

export type FactorResult = {
  column: string
  type: 'category' | 'number' | 'ordered'
  status: 'ok' | 'refused' | 'excluded'
  n: number
  missing: { event: number; nonEvent: number; pending: number }
  levels: LevelResult[]
  comparisons: Comparison[]
  test: FactorTest | null
  verdict: Verdict
  /** The level `more` and `less` speak of. */
  verdictLevel: string | null
}

export type ModelTerm = {
  name: string
  coefficient: number | null
  /** Null under Firth, whose Wald error misleads. */
  se: number | null
  p: number | null
  oddsRatio: number | null
  interval: Interval | null
}

export type ModelResult = {
  method: 'ml' | 'firth' | 'refused'
  n: number
  events: number
  parameters: number
  eventsPerParameter: number | null
  factors: string[]
  include: string[]
  terms: ModelTerm[]
  /** `delong` is that of the apparent area; that of rows the model had not seen is `outOfSampleDelong`. */
  auc: { apparent: number; delong: Interval | null; outOfSample: number | null; outOfSampleDelong: Interval | null } | null
  brier: { value: number; null: number; outOfSample: number | null } | null
  calibration: { intercept: number; slope: number | null; slopeInterval: Interval | null } | null
  deciles: { n: number; observed: number; expected: number }[]
}

export type TimeResult = {
  n: number
  median: number | null
  medianInterval: [number | null, number | null]
  approved: { t: number; cumulativeIncidence: number }[]
  rejected: { t: number; cumulativeIncidence: number }[]
  /** Only where something was withdrawn. */
  withdrawn?: { t: number; cumulativeIncidence: number }[]
}

export type WarningCode =
  | 'separation'
  | 'too_few'
  | 'low_events_per_parameter'
  | 'leakage'
  | 'confounded'
  | 'reversal'
  | 'heterogeneous'
  | 'cluster_level'
  | 'missing_differs'
  | 'collinear'
  | 'skewed'
  | 'perfect_prediction'
  | 'not_read'

/** `values` fill the sentence of the code in any language. */
export type Warning = { code: WarningCode; column: string | null; sentence: string; values: Record<string, string> }
