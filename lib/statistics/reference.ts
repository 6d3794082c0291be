import { z } from 'zod'
import type { Row } from './reference/fields'
import { clustered, firth, maximumLikelihood, separated } from './reference/logistic'
import { adjustedP, missing, proportionDifferences, proportions } from './reference/proportions'
import { calibrationOf, roc } from './reference/scores'
import { compareCurves, competingEnds, survivalCurves } from './reference/survival'
import { rowsByColumns, stratified, trendOverLevels, twoByTwo } from './reference/tables'

type Answer = (spec: unknown, rows: readonly Row[]) => Record<string, unknown>

const answers: Record<string, Answer> = {
  proportions,
  proportion_differences: proportionDifferences,
  two_by_two: twoByTwo,
  rxc: rowsByColumns,
  stratified,
  trend: trendOverLevels,
  logistic_ml: maximumLikelihood,
  logistic_firth: firth,
  separation: separated,
  cluster_robust: clustered,
  roc,
  calibration: calibrationOf,
  km: survivalCurves,
  logrank: compareCurves,
  cif: competingEnds,
  p_adjust: adjustedP,
  missing,
}

const analysisShape = z.object({ type: z.string(), spec: z.unknown() })

/**
 * Answers one published analysis (contracts.md 1, reference cases) from its spec and the rows of its csv. Keys are those
 * the case expects; non-finite numbers become the words "Infinity", "-Infinity" and "NaN". Undefined for an analysis
 * type that is not known.
 */
export function answerStatistics(analysis: unknown, rows: readonly Row[]): Record<string, unknown> | undefined {
  const { type, spec } = analysisShape.parse(analysis)
  const answer = answers[type]
  if (!answer) return undefined
  return Object.fromEntries(Object.entries(answer(spec, rows)).map(([key, value]) => [key, spoken(value)]))
}

/** JSON has no infinity: says it in words, at any depth. */
function spoken(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) return value.map(spoken)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner)]))
}
