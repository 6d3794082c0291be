import { z } from 'zod'
import { daysBetween, isCivilDate } from '@/lib/platform/dates'
import { money, type Rate, rate } from '@/lib/platform/money'
import type { Solution } from '@/lib/schedules/discount'
import { irr, xirr, yearlyReturn } from '@/lib/schedules/irr'
import { decimal, figures, type MoneyCase, noSolution } from './money-case'

const amounts = z.array(decimal.transform(money))
const dated = z.array(z.tuple([decimal.transform(money), z.string()]).transform(([amount, on]) => ({ amount, on })))

/** `irr`: equally spaced flows; a name that says percent wants a hundredfold. */
export function answerIrr(given: MoneyCase) {
  const { cash_flows } = z.object({ cash_flows: amounts }).parse(given.inputs)
  return plainReturn(given, irr(cash_flows))
}

/** `xirr`: dated flows, by actual days over 365 (or the year the case states). */
export function answerXirr(given: MoneyCase) {
  const { cash_flows, day_count } = z
    .object({ cash_flows: dated, day_count: z.string().default('actual/365') })
    .parse(given.inputs)
  return plainReturn(given, xirr(cash_flows, yearOf(day_count)))
}

/** `apr_china_irr`: what is received against equal periods; simple is the period's rate times their number a year. */
export function answerChineseCost(given: MoneyCase) {
  const inputs = z
    .object({ amount_received: decimal.transform(money), payments: amounts, period: z.string().default('month') })
    .parse(given.inputs)
  const found = nearestToZero(irr([inputs.amount_received, ...inputs.payments.map((payment) => payment.neg())]))
  if (!found) return noSolution
  const periods = periodsInYear(inputs.period)
  const values: [RegExp, Rate][] = [
    [/simple/, found.times(periods)],
    [/monthly|period/, found],
    [/compound|effective|annual|irr|apr/, found.plus(1).pow(periods).minus(1)],
  ]
  return figures(given, (name) => values.find(([pattern]) => pattern.test(name))?.[1].times(100))
}

/** `apr_eu_effective`: flows at dates, or at months or years from the first, on the stated basis. */
export function answerEuropeanCost(given: MoneyCase) {
  const shape = z.object({
    cash_flows_borrower_receives_positive: z.array(z.tuple([decimal.transform(money), z.union([z.string(), z.number()])])),
    time_basis: z.string().default('days / 365'),
  })
  const { cash_flows_borrower_receives_positive: flows, time_basis: basis } = shape.parse(given.inputs)
  const { steps, inYear } = timesOf(
    flows.map(([, at]) => String(at)),
    basis,
  )
  const timed = flows.map(([amount], index) => ({ amount, at: steps[index] ?? 0 }))
  const found = nearestToZero(yearlyReturn(timed, inYear))
  return found ? figures(given, () => found.times(100)) : noSolution
}

/** The rate a spreadsheet would show where there are several: the one nearest to zero. */
function nearestToZero(found: Solution): Rate | undefined {
  if (found.kind === 'none') return undefined
  if (found.kind === 'one') return found.value
  return found.values.toSorted((a, b) => a.abs().cmp(b.abs()))[0]
}

function plainReturn(given: MoneyCase, found: Solution) {
  const value = nearestToZero(found)
  return value ? figures(given, (name) => (name.includes('percent') ? value.times(100) : value)) : noSolution
}

const periodsInYear = (period: string): number =>
  new Map([
    ['week', 52],
    ['quarter', 4],
    ['year', 1],
    ['day', 365],
  ]).get(period) ?? 12

const yearOf = (basis: string): string => /36\d(\.\d+)?/.exec(basis)?.[0] ?? '365'

/** Times as whole steps, and how many steps make a year. */
function timesOf(times: readonly string[], basis: string): { steps: number[]; inYear: string } {
  const [first = ''] = times
  if (isCivilDate(first)) return fromDates(times, basis)
  const unit = /month/.test(basis) ? 12 : /week/.test(basis) ? 52 : 1
  const fine = 1_000_000
  return { steps: times.map((time) => Number.parseInt(rate(time).times(fine).toFixed(0), 10)), inYear: `${unit * fine}` }
}

function fromDates(times: readonly string[], basis: string): { steps: number[]; inYear: string } {
  const [first = ''] = times
  if (!/month/.test(basis)) return { steps: times.map((on) => daysBetween(first, on)), inYear: yearOf(basis) }
  return { steps: times.map((on) => monthsBetween(first, on)), inYear: '12' }
}

function monthsBetween(from: string, to: string): number {
  const months = (date: string) => Number.parseInt(date.slice(0, 4), 10) * 12 + Number.parseInt(date.slice(5, 7), 10)
  return months(to) - months(from)
}
