import { cholesky, forward, type Matrix, without } from './cholesky'
import { chiSquareUpper } from './distributions'
import { eventTable, type Followed } from './kaplan-meier'
import { at, range, sum } from './numbers'

/** Observed and expected events per group and the test that all share one curve. */
export type LogRank = { observed: number[]; expected: number[]; chi2: number; df: number; p: number }

/**
 * The log-rank test of several groups (Mantel 1966; hypergeometric variance, so ties are right), or with `rho` = 1 Peto
 * & Peto's version that weighs early events more, by the pooled curve just before each time (Harrington & Fleming 1982
 * Biometrika 69:553). Observed and expected are unweighted; groups that were never at risk beside others leave the df.
 */
export function logRank(groups: readonly (readonly Followed[])[], rho: 0 | 1 = 0): LogRank {
  const moments = momentsOf(groups, rho)
  const idle = new Set(range(groups.length).filter((g) => !(at(moments.variance[g] ?? [], g) > 1e-12)))
  const live = range(groups.length).filter((g) => !idle.has(g))
  // The excesses of all groups add to nothing: one is left out when solving.
  const left = new Set([...idle, live.at(-1) ?? -1])
  const factored = cholesky(without(moments.variance, left))
  const excess = moments.excess.filter((_, g) => !left.has(g))
  const chi2 = 'lower' in factored ? sum(forward(factored.lower, excess).map((value) => value * value)) : Number.NaN
  const df = Math.max(0, live.length - 1)
  return { observed: moments.observed, expected: moments.expected, chi2, df, p: chiSquareUpper(chi2, df) }
}

function momentsOf(groups: readonly (readonly Followed[])[], rho: 0 | 1) {
  const [observed, expected, excess] = [groups.map(() => 0), groups.map(() => 0), groups.map(() => 0)]
  const variance: Matrix = groups.map(() => new Float64Array(groups.length))
  const risks = groups.map(riskCounter)
  let survival = 1
  for (const { time, atRisk, events } of eventTable(groups.flat())) {
    const weight = rho === 1 ? survival : 1
    const shares = risks.map((risk) => risk.atRisk(time) / atRisk)
    const spread = atRisk > 1 ? (weight * weight * events * (atRisk - events)) / (atRisk - 1) : 0
    groups.forEach((_, g) => {
      const [own, share] = [risks[g]?.eventsAt(time) ?? 0, at(shares, g)]
      observed[g] = at(observed, g) + own
      expected[g] = at(expected, g) + events * share
      excess[g] = at(excess, g) + weight * (own - events * share)
      variance[g] = Float64Array.from(
        variance[g] ?? [],
        (value, h) => value + spread * share * ((g === h ? 1 : 0) - at(shares, h)),
      )
    })
    survival *= (atRisk - events) / atRisk
  }
  return { observed, expected, excess, variance }
}

/** Rows of one group still at risk, and their events, asked in order of time. */
function riskCounter(rows: readonly Followed[]) {
  const times = rows.map(({ time }) => time).sort((a, b) => a - b)
  const events = new Map<number, number>()
  for (const { time, event } of rows) if (event) events.set(time, (events.get(time) ?? 0) + 1)
  let gone = 0
  return {
    atRisk: (time: number) => {
      while (gone < times.length && at(times, gone) < time) gone++
      return times.length - gone
    },
    eventsAt: (time: number) => events.get(time) ?? 0,
  }
}
