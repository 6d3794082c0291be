import { cholesky, inverse, type Matrix, without } from './cholesky'
import { climb } from './climb'
import { Z95 } from './distributions'
import { at, type Interval } from './numbers'
import type { Point, Surface } from './surface'
import type { Column } from './vectors'

/** A coefficient followed along the ridge of its log-likelihood, all others at their best. */
export type Profile = {
  /** 2 (highest - height at this value): chi-square with 1 df if the value is true. */
  fall: (value: number) => number
  /** 95 % limits: where the fall reaches 3.841459, found as roots (Venzon & Moolgavkar 1988 Appl Stat 37:87). */
  limits: () => Interval
}

/**
 * The profile of coefficient `j` of a surface around its summit. For a penalised surface these are profile penalised
 * likelihood limits (Heinze & Schemper 2002): asymmetric, and one side can be far away.
 */
export function profile(surface: Surface, summit: Point, j: number): Profile {
  const ridge = ridgeOf(surface, summit, j)
  return {
    fall: (value) => ridge.at(value).fall,
    limits: () => [limit(ridge, -1), limit(ridge, 1)],
  }
}

type Ridge = { top: number; se: number; at: (value: number) => { fall: number; score: number } }

function ridgeOf(surface: Surface, summit: Point, j: number): Ridge {
  const held = new Set([j])
  const covariance = covarianceOf(summit.information())
  const variance = at(covariance[j] ?? [], j)
  const lower = lowerOf(without(summit.curvature(), held))
  const top = at(summit.coefficients, j)
  const negligible = at(summit.information()[0] ?? [], 0) > manyRows ? 1e-5 : 1e-8
  const along = (value: number): Column =>
    summit.coefficients.map((b, k) => (k === j ? value : b + (at(covariance[k] ?? [], j) / variance) * (value - top)))
  return {
    top,
    se: Math.sqrt(variance),
    at: (value) => {
      const { point } = climb(surface, along(value), { held, lower, negligible })
      return { fall: Math.max(0, 2 * (summit.value - point.value)), score: at(point.score, j) }
    },
  }
}

/**
 * From this information on the intercept (the sum of p (1 - p)) the surface is so nearly a paraboloid that what a step
 * promises is what it brings: the last one need not be taken.
 */
const manyRows = 2000
const patience = 100
/** In standard errors: a profile that has not fallen by then never will. */
const farAway = 500

/** Distances from the summit known to be inside and outside the limit, and the next one to try. */
type Search = { inside: number; outside: number; next: number; found: boolean }

/**
 * Newton's method on the signed root of the fall, which is nearly a straight line, kept inside a bracket that is
 * doubled outward until it holds the limit. Infinite where the profile never falls far enough.
 */
function limit(ridge: Ridge, side: -1 | 1): number {
  let search: Search = { inside: 0, outside: Number.POSITIVE_INFINITY, next: Z95 * ridge.se, found: false }
  for (let round = 0; round < patience && !search.found; round++) {
    search = closer(search, ridge.at(ridge.top + side * search.next), side)
    if (search.inside > farAway * ridge.se) return side * Number.POSITIVE_INFINITY
  }
  return ridge.top + side * search.next
}

function closer({ inside, outside, next }: Search, { fall, score }: { fall: number; score: number }, side: -1 | 1): Search {
  const root = Math.sqrt(fall)
  const bracket = root < Z95 ? { inside: next, outside } : { inside, outside: next }
  const newton = next + ((Z95 - root) * root) / (-side * score)
  // From here the next step of Newton's method is exact to the square of this.
  if (Math.abs(root - Z95) < 1e-5 && Math.abs(newton - next) < 1e-4 * next) return { ...bracket, next: newton, found: true }
  if (bracket.outside - bracket.inside < 1e-13 * next) return { ...bracket, next, found: true }
  const fits = newton > bracket.inside && newton < bracket.outside
  return { ...bracket, next: fits ? newton : between(bracket), found: false }
}

function between({ inside, outside }: { inside: number; outside: number }): number {
  return Number.isFinite(outside) ? (inside + outside) / 2 : 2 * inside
}

function covarianceOf(information: Matrix): Matrix {
  return inverse(lowerOf(information))
}

function lowerOf(information: Matrix): Matrix {
  const factored = cholesky(information)
  if ('lower' in factored) return factored.lower
  throw new Error('a profile needs a summit with a regular information matrix')
}
