import { type CivilDate, compareDates, daysBetween } from '@/lib/platform/dates'
import { type Money, one, rate } from '@/lib/platform/money'
import { discountFactors, type Flow, mapSolution, type Solution } from './discount'

/** The internal rate of return per period of equally spaced flows, as a fraction. */
export const irr = (amounts: readonly Money[]): Solution =>
  mapSolution(discountFactors(amounts.map((amount, at) => ({ at, amount }))), (factor) => one.div(factor).minus(1))

/** The internal rate of return a year of dated flows, a year being `daysInYear` days (XIRR: 365), as a fraction. */
export function xirr(flows: readonly { on: CivilDate; amount: Money }[], daysInYear = '365'): Solution {
  const first =
    flows
      .map((flow) => flow.on)
      .toSorted(compareDates)
      .at(0) ?? ''
  return yearlyReturn(
    flows.map(({ on, amount }) => ({ at: daysBetween(first, on), amount })),
    daysInYear,
  )
}

/** The compound return a year of flows timed in steps of which `stepsInYear` make a year, as a fraction. */
export const yearlyReturn = (flows: readonly Flow[], stepsInYear: string): Solution =>
  mapSolution(discountFactors(flows), (factor) => factor.pow(rate(stepsInYear).neg()).minus(1))
