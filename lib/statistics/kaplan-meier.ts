import { Z95 } from './distributions'
import { at, type Interval } from './numbers'

/** A row followed for some days; `event`: it happened then (else it was last seen without it); `count`: rows like it, 1 if not given. */
export type Followed = { time: number; event: boolean; count?: number }

/** Limits that may not exist: where nobody is left (survival 0). */
type MaybeInterval = [number | null, number | null]

/** The curve just after an event time. */
export type Step = {
  time: number
  atRisk: number
  events: number
  survival: number
  greenwoodSe: number | null
  logLog: MaybeInterval
  log: MaybeInterval
  plain: MaybeInterval
}

/**
 * Kaplan & Meier (1958 JASA 53:457) with Greenwood's variance and 95 % limits on the log(-log), log (cut at 1) and plain
 * (cut to [0, 1]) scales. A row censored on a day counts as at risk on it. One step per event time.
 */
export function kaplanMeier(rows: readonly Followed[]): Step[] {
  let survival = 1
  let greenwood = 0
  return eventTable(rows).map(({ time, atRisk, events }) => {
    survival *= (atRisk - events) / atRisk
    greenwood += events / (atRisk * (atRisk - events))
    return { time, atRisk, events, survival, ...limits(survival, Math.sqrt(greenwood)) }
  })
}

/** Median and its limits, each the first time its curve is at or below a half; null where it never is. */
export type Median = { median: number | null; interval: [number | null, number | null] }

/** Median survival with limits read off the given kind of pointwise limits (Brookmeyer & Crowley 1982). */
export function medianTime(steps: readonly Step[], kind: 'logLog' | 'log' = 'logLog'): Median {
  const times = steps.map(({ time }) => time)
  return {
    median: firstBelowHalf(
      times,
      steps.map(({ survival }) => survival),
    ),
    interval: [
      firstBelowHalf(
        times,
        steps.map((step) => step[kind][0]),
      ),
      firstBelowHalf(
        times,
        steps.map((step) => step[kind][1]),
      ),
    ],
  }
}

/** Event times in order with the rows at risk and the events at each (Kaplan & Meier 1958 JASA 53:457). */
export function eventTable(rows: readonly Followed[]): { time: number; atRisk: number; events: number }[] {
  const sorted = [...rows].sort((a, b) => a.time - b.time)
  const table: { time: number; atRisk: number; events: number }[] = []
  let left = sorted.reduce((total, { count = 1 }) => total + count, 0)
  for (const { time, event, count = 1 } of sorted) {
    const last = table.at(-1)
    const happened = event ? count : 0
    if (last?.time === time) last.events += happened
    else table.push({ time, atRisk: left, events: happened })
    left -= count
  }
  return table.filter(({ events }) => events > 0)
}

function limits(survival: number, relative: number) {
  if (survival === 0) return { greenwoodSe: null, logLog: nowhere, log: nowhere, plain: nowhere }
  const half = (Z95 * relative) / -Math.log(survival)
  const [logLog, log]: Interval[] = [
    [survival ** Math.exp(half), survival ** Math.exp(-half)],
    [survival * Math.exp(-Z95 * relative), Math.min(1, survival * Math.exp(Z95 * relative))],
  ]
  const se = survival * relative
  const plain: Interval = [Math.max(0, survival - Z95 * se), Math.min(1, survival + Z95 * se)]
  return { greenwoodSe: se, logLog: logLog ?? nowhere, log: log ?? nowhere, plain }
}

const nowhere: MaybeInterval = [null, null]
const noise = Math.sqrt(Number.EPSILON)

/** Where the curve lies on a half exactly, the middle of that flat piece, as survfit reads it. */
function firstBelowHalf(times: number[], curve: (number | null)[]): number | null {
  const first = curve.findIndex((value) => value !== null && value < 0.5 + noise)
  if (first < 0) return null
  const height = curve[first] ?? 0
  const next = curve.findIndex((value, index) => index > first && value !== null && value < height)
  const flat = Math.abs(height - 0.5) < noise && next > 0
  return flat ? (at(times, first) + at(times, next)) / 2 : at(times, first)
}
