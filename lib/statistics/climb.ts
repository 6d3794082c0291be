import { cholesky, type Matrix, solve, without } from './cholesky'
import { at, range } from './numbers'
import { bent } from './secant'
import type { Point, Surface } from './surface'
import { type Column, dot, largest } from './vectors'

/**
 * How to climb: which coefficients may move (the others are held), a factor of their information to start with, how
 * small the last step must be (on standardised columns), what height left to gain is not worth another step (it is
 * added), and how many rounds to try.
 */
export type Climbing = { held?: ReadonlySet<number>; lower?: Matrix; precision?: number; negligible?: number; rounds?: number }

/** Where it ended, whether it came to rest there, and the last step. */
export type Summit = { point: Point; converged: boolean; step: Column }

/**
 * Newton's method with step-halving towards the top of a log-likelihood. A factor given to start with is used again as
 * long as the steps shrink fast, since making one is the dear part. Stops on the coefficients, not on the height: a
 * deviance that no longer moves says nothing about separated data. Where the curvature is not exact (Firth), it is corrected
 * by each step near the top: data that nearly separate would else be climbed for hundreds of rounds.
 */
export function climb(surface: Surface, start: Column, how: Climbing = {}): Summit {
  const { held = new Set<number>(), rounds = 100 } = how
  const free = range(start.length).filter((j) => !held.has(j))
  let lower = how.lower
  let last = Number.POSITIVE_INFINITY
  let summit: Summit = { point: surface(start), converged: false, step: new Float64Array(start.length) }
  for (let round = 0; round < rounds; round++) {
    lower ??= factor(summit.point, held)
    if (!lower) return summit
    const step = direction(lower, summit.point, free)
    const arrived = arrival(surface, summit.point, step, how)
    if (arrived) return { point: arrived, converged: true, step }
    const from = summit.point
    summit = { point: uphill(surface, from, step), converged: false, step }
    const size = largest(step)
    if (isRounding(size, last)) return { ...summit, converged: true }
    lower = onward(lower, { from, to: summit.point, free, size, isFast: isFast(how, size, last) })
    last = size
  }
  return summit
}

/** The summit, if the next step is so small, or gains so little, that it ends there. */
function arrival(surface: Surface, point: Point, step: Column, { precision = 1e-10, negligible = 0 }: Climbing): Point | null {
  const gain = dot(step, point.score) / 2
  if (gain < negligible) return { ...point, value: point.value + gain }
  return largest(step) < precision ? surface(moved(point, step, 1)) : null
}

/** Steps shorter than this are near enough to the top to learn its curvature from. */
const nearby = 0.1

type Moved = { from: Point; to: Point; free: readonly number[]; size: number; isFast: boolean }

/**
 * The curvature for the next step, where the one there is will do; of a surface that does not know its own, with what the last
 * step has shown of it.
 */
function onward(lower: Matrix, { from, to, free, size, isFast }: Moved): Matrix | undefined {
  if (from.isExact) return isFast ? lower : undefined
  if (size >= nearby) return undefined
  const step = Float64Array.from(free, (j) => at(to.coefficients, j) - at(from.coefficients, j))
  const fall = Float64Array.from(free, (j) => at(from.score, j) - at(to.score, j))
  const corrected = bent(lower, step, fall)
  return 'lower' in corrected ? corrected.lower : undefined
}

const isRounding = (size: number, last: number) => size < nothingButRounding && size >= last
const isFast = ({ lower }: Climbing, size: number, last: number) => lower !== undefined && size <= reuse * last

/** A step this small that no longer shrinks is rounding: where columns nearly repeat each other it never gets smaller. */
const nothingButRounding = 1e-8

/** A factor is used again while each step is at most this share of the one before. */
const reuse = 0.3
const longestStep = 5
const mostHalvings = 20

function factor(point: Point, held: ReadonlySet<number>): Matrix | undefined {
  const factored = cholesky(without(point.curvature(), held))
  return 'lower' in factored ? factored.lower : undefined
}

function direction(lower: Matrix, point: Point, free: readonly number[]): Column {
  const climbed = solve(
    lower,
    free.map((j) => at(point.score, j)),
  )
  const step = new Float64Array(point.coefficients.length)
  free.forEach((j, index) => {
    step[j] = at(climbed, index)
  })
  return step
}

/** Goes along a step, capped, and half as far again and again until the height no longer falls. */
function uphill(surface: Surface, from: Point, step: Column): Point {
  const slack = 1e-9 * (1 + Math.abs(from.value))
  let share = Math.min(1, longestStep / largest(step))
  for (let halvings = 0; halvings < mostHalvings; halvings++) {
    const next = surface(moved(from, step, share))
    if (next.value >= from.value - slack) return next
    share /= 2
  }
  return from
}

function moved(from: Point, step: Column, share: number): Column {
  return from.coefficients.map((b, j) => b + share * at(step, j))
}
