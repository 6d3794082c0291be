import { cholesky, type Matrix, solve, without } from './cholesky'
import { at, range } from './numbers'
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
 * deviance that no longer moves says nothing about separated data.
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
    summit = { point: uphill(surface, summit.point, step), converged: false, step }
    const size = largest(step)
    if (!how.lower || size > reuse * last) lower = undefined
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
