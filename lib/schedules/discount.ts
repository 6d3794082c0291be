import { type Money, one, type Rate, rate, zero } from '@/lib/platform/money'
import { rootBetween } from './root'

/** An amount received (above zero) or paid (below zero) at a whole number of steps of time: periods, or days. */
export type Flow = { at: number; amount: Money }

/** Every answer is said: no rate at which the flows balance, one, or several. */
export type Solution = { kind: 'none' } | { kind: 'one'; value: Rate } | { kind: 'several'; values: Rate[] }

/**
 * All the factors above zero by which one step of time discounts an amount so that the flows balance. There are at most as
 * many as the flows change sign over time (Descartes' rule of signs): none without a change, exactly one with one.
 */
export function discountFactors(flows: readonly Flow[]): Solution {
  return solution(rootsOf(inOrder(flows)))
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

/**
 * Taking the slope about the first change of sign leaves one change fewer, and between two factors at which that slope is
 * zero the balance only rises or only falls: at most one root lies there, or the balance touches zero at such a factor.
 */
function rootsOf(flows: readonly Flow[]): Rate[] {
  const turn = flows.find((flow, index) => index > 0 && flow.amount.s !== flows[index - 1]?.amount.s)
  if (!turn) return []
  const slope = flows.filter(({ at }) => at !== turn.at).map(({ at, amount }) => ({ at, amount: amount.times(at - turn.at) }))
  const bends = rootsOf(slope)
  const balance = (factor: Rate) => presentValue(flows, factor)
  const signs = { start: flows[0]?.amount.s ?? 0, end: flows.at(-1)?.amount.s ?? 0 }
  const points = (bends.length > 0 ? bends : [one]).map((x) => ({ x, sign: touchesZero(flows, x) ? 0 : balance(x).s }))
  const inside = points.flatMap((point, index): Rate[] => {
    const next = points[index + 1]
    const found = next && differ(point.sign, next.sign) ? rootBetween(balance, { from: point.x, to: next.x }) : undefined
    return [...(point.sign === 0 ? [point.x] : []), ...(found ? [found] : [])]
  })
  return [...outside(balance, points[0], signs.start, below), ...inside, ...outside(balance, points.at(-1), signs.end, above)]
}

const differ = (sign: number, other: number): boolean => sign * other < 0

/** A balance that is nothing but what rounding at forty digits leaves. */
function touchesZero(flows: readonly Flow[], factor: Rate): boolean {
  const size = presentValue(
    flows.map(({ at, amount }) => ({ at, amount: amount.abs() })),
    factor,
  )
  return presentValue(flows, factor).abs().lte(size.times('1e-30'))
}

type Point = { x: Rate; sign: number }

const below = (x: Rate, width: Rate): Rate => x.div(width.plus(1))
const above = (x: Rate, width: Rate): Rate => x.times(width.plus(1))

/** The root beyond the outermost point, where the sign far out is another: widens until it shows. */
function outside(balance: (factor: Rate) => Rate, point: Point | undefined, farSign: number, away: typeof below): Rate[] {
  if (!point || !differ(point.sign, farSign)) return []
  let width = rate('0.001')
  while (balance(away(point.x, width)).s === point.sign) width = width.times(2)
  const found = rootBetween(balance, { from: point.x, to: away(point.x, width) })
  return found ? [found] : []
}

function solution(values: Rate[]): Solution {
  const [value] = values
  if (!value) return { kind: 'none' }
  return values.length === 1 ? { kind: 'one', value } : { kind: 'several', values }
}
