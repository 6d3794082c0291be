import { z } from 'zod'
import { addMonths, type CivilDate, daysBetween, isCivilDate } from '@/lib/platform/dates'
import { money, type Rate, rate, zero } from '@/lib/platform/money'
import type { Solution } from '@/lib/schedules/discount'
import { irr, yearlyReturn } from '@/lib/schedules/irr'
import { conventionOf } from './conventions'
import { decimal, figures, type MoneyCase, noSolution } from './money-case'

const amount = decimal.transform(money)
const several = z.object({ amount, count: z.int().min(1).max(1200).default(1) })
/** Amounts one by one, or an amount that comes `count` times. */
const amounts = z
  .array(
    z.union([
      amount.transform((one) => [one]),
      several.transform(({ amount: one, count }) => Array.from({ length: count }, () => one)),
    ]),
  )
  .transform((given) => given.flat())
const dated = z.array(z.tuple([decimal.transform(money), z.string()]).transform(([amount, on]) => ({ amount, on })))

/** `irr`: equally spaced flows; a name that says percent wants a hundredfold. */
export function answerIrr(given: MoneyCase) {
  const { cash_flows } = z.object({ cash_flows: amounts }).parse(given.inputs)
  return plainReturn(given, irr(cash_flows))
}

/** `xirr`: dated flows, by actual days over 365 or as the case states. */
export function answerXirr(given: MoneyCase) {
  const { cash_flows: flows, day_count: basis } = z
    .object({ cash_flows: dated, day_count: z.string().default('actual/365') })
    .parse(given.inputs)
  const first = flows.map(({ on }) => on).toSorted()[0] ?? ''
  const convention = conventionOf(basis, {})
  const timed = flows.map((flow) => ({
    amount: flow.amount,
    at: convention?.days(first, flow.on) ?? daysBetween(first, flow.on),
  }))
  return plainReturn(given, yearlyReturn(timed, yearOf(basis)))
}

/** `apr_china_irr`: what is received against equal periods; simple is the period's rate times their number a year. */
export function answerChineseCost(given: MoneyCase) {
  const inputs = chineseInputs.parse(given.inputs)
  const found = shown(irr([inputs.received, ...inputs.payments.map((payment) => payment.neg())]))
  if (!found) return noSolution
  const periods = periodsInYear(inputs.period)
  const values: [RegExp, Rate][] = [
    [/simple/, found.times(periods)],
    [/monthly|period/, found],
    [/compound|effective|annual|irr|apr/, found.plus(1).pow(periods).minus(1)],
  ]
  return figures(given, (name) => values.find(([pattern]) => pattern.test(name))?.[1].times(100))
}

const chineseInputs = z
  .object({
    amount_received: amount.optional(),
    principal: amount.optional(),
    payments: amounts.optional(),
    payment: amount.optional(),
    periods: z.int().min(1).max(1200).default(1),
    period: z.string().default('month'),
  })
  .transform(({ amount_received, principal, payments, payment = zero, periods, period }) => ({
    received: amount_received ?? principal ?? zero,
    payments: payments ?? Array.from({ length: periods }, () => payment),
    period,
  }))

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
  const found = shown(yearlyReturn(timed, inYear))
  return found ? figures(given, () => found.times(100)) : noSolution
}

/** The rate to show where there are several: the least that is not negative, or the nearest to zero where all are. */
function shown(found: Solution): Rate | undefined {
  if (found.kind === 'none') return undefined
  if (found.kind === 'one') return found.value
  const nearest = found.values.toSorted((a, b) => a.abs().cmp(b.abs()))
  return nearest.find((value) => value.gt(almostZero)) ?? nearest[0]
}

/** A rate of zero may come out a hair below it, forty digits being all there are. */
const almostZero = rate('-1e-25')

function plainReturn(given: MoneyCase, found: Solution) {
  const value = shown(found)
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

/** Steps of a year fine enough for months, weeks and days alike. */
const fine = 365 * 12 * 52 * 1000

/** Times as whole steps, and how many steps make a year. */
function timesOf(times: readonly string[], basis: string): { steps: number[]; inYear: string } {
  const [first = ''] = times
  if (isCivilDate(first)) return fromDates(times, basis)
  const unit = /month/.test(basis) ? 12 : /week/.test(basis) ? 52 : 1
  return { steps: times.map((time) => Number.parseInt(rate(time).times(fine).div(unit).toFixed(0), 10)), inYear: `${fine}` }
}

function fromDates(times: readonly string[], basis: string): { steps: number[]; inYear: string } {
  const [first = ''] = times
  if (!/month/.test(basis)) return { steps: times.map((on) => daysBetween(first, on)), inYear: yearOf(basis) }
  const years = times.map((on) => monthsAndDays(first, on))
  return { steps: years.map((time) => Number.parseInt(time.times(fine).toFixed(0), 10)), inYear: `${fine}` }
}

/** Whole months counted back from the later date; the days left, over the days of the year before them (2011/90/EU, annex, remark c). */
function monthsAndDays(from: CivilDate, to: CivilDate): Rate {
  let months = 0
  while (addMonths(to, -months - 1) >= from) months += 1
  const reached = addMonths(to, -months)
  const days = rate(daysBetween(from, reached)).div(daysBetween(addMonths(reached, -12), reached))
  return rate(months).div(12).plus(days)
}
