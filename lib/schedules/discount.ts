import { type Money, one, type Rate, rate, zero } from '@/lib/platform/money'
import { type Bracket, rootBetween } from './root'

/** An amount received (above zero) or paid (below zero) at a whole number of steps of time: periods, or days. */
export type Flow = { at: number; amount: Money }

/** Every answer is said: no rate at which the flows balance, one, or several. */
export type Solution = { kind: 'none' } | { kind: 'one'; value: Rate } | { kind: 'several'; values: Rate[] }

/**
 * The factors by which one step of time discounts an amount so that the flows balance (0 < factor). With one change of
 * sign over time there is exactly one (Descartes' rule of signs); without any there is none; otherwise all those between
 * 1/1000 and 1000 over the whole time are looked for.
 */
export function discountFactors(flows: readonly Flow[]): Solution {
  const sorted = inOrder(flows)
  const changes = signChanges(sorted)
  const balance = (factor: Rate) => presentValue(sorted, factor)
  if (changes === 0) return { kind: 'none' }
  const brackets = changes === 1 ? [bracketFromOne(balance)] : bracketsAcross(balance, sorted)
  return solution(brackets.flatMap((bracket) => rootBetween(balance, bracket) ?? []))
}

/** Applies a conversion to whatever was found. */
export function mapSolution(found: Solution, convert: (value: Rate) => Rate): Solution {
  if (found.kind === 'one') return { kind: 'one', value: convert(found.value) }
  if (found.kind === 'several') return { kind: 'several', values: found.values.map(convert) }
  return found
}

/** The sum of flows, each discounted by `factor` per step. */
function presentValue(flows: readonly Flow[], factor: Rate): Rate {
  const powers = new Map<number, Rate>()
  let total = zero
  let power = one
  let at = 0
  for (const flow of flows) {
    const step = flow.at - at
    const raised = powers.get(step) ?? factor.pow(step)
    powers.set(step, raised)
    power = power.times(raised)
    at = flow.at
    total = total.plus(flow.amount.times(power))
  }
  return total
}

/** By time, starting at zero, amounts of the same time added, nothing that is zero. */
function inOrder(flows: readonly Flow[]): Flow[] {
  const first = Math.min(...flows.map((flow) => flow.at))
  const sums = new Map<number, Money>()
  for (const { at, amount } of flows) sums.set(at - first, (sums.get(at - first) ?? zero).plus(amount))
  const merged = [...sums].map(([at, amount]) => ({ at, amount }))
  return merged.filter((flow) => !flow.amount.isZero()).toSorted((a, b) => a.at - b.at)
}

const signChanges = (flows: readonly Flow[]): number =>
  flows.filter((flow, index) => index > 0 && flow.amount.s !== flows[index - 1]?.amount.s).length

/** Widens around 1 (no interest) until the sign differs; with one change of sign it must. */
function bracketFromOne(balance: (factor: Rate) => Rate): Bracket {
  const sign = balance(one).s
  for (let width = rate('0.001'); ; width = width.times(2)) {
    const [low, high] = [one.div(width.plus(1)), width.plus(1)]
    if (balance(low).s !== sign) return { from: low, to: one }
    if (balance(high).s !== sign) return { from: one, to: high }
  }
}

/** Equal steps of the logarithm; two roots closer than a step are not told apart. */
function bracketsAcross(balance: (factor: Rate) => Rate, flows: readonly Flow[]): Bracket[] {
  const steps = 600
  const span = flows.at(-1)?.at ?? 1
  const ratio = rate(1000).pow(rate(2).div(span * steps))
  const points = [rate('0.001').pow(rate(1).div(span))]
  for (let step = 0; step < steps; step++) points.push((points.at(-1) ?? one).times(ratio))
  const signs = points.map((point) => balance(point).s)
  return points.flatMap((to, index) => {
    const from = points[index - 1]
    return from && signs[index] !== signs[index - 1] ? [{ from, to }] : []
  })
}

function solution(values: Rate[]): Solution {
  const [value] = values
  if (!value) return { kind: 'none' }
  return values.length === 1 ? { kind: 'one', value } : { kind: 'several', values }
}
