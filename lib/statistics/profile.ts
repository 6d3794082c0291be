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

/** A place on the ridge: how far it has fallen there, the slope, and the coefficients all of it holds with. */
type Place = { fall: number; score: number; coefficients: Column }
/** `at`: the place on the ridge at a value, looked for from another one (the summit, if none is named). */
type Ridge = { top: number; se: number; isNearlyStraight: boolean; at: (value: number, near?: Place) => Place }

function ridgeOf(surface: Surface, summit: Point, j: number): Ridge {
  const held = new Set([j])
  const covariance = covarianceOf(summit.information())
  const variance = at(covariance[j] ?? [], j)
  const lower = lowerOf(without(summit.curvature(), held))
  const isNearlyStraight = at(summit.information()[0] ?? [], 0) > manyRows
  const negligible = isNearlyStraight ? 1e-5 : 1e-8
  const along = (from: Column, value: number): Column =>
    from.map((b, k) => (k === j ? value : b + (at(covariance[k] ?? [], j) / variance) * (value - at(from, j))))
  return {
    top: at(summit.coefficients, j),
    se: Math.sqrt(variance),
    isNearlyStraight,
    at: (value, near = { fall: 0, score: 0, coefficients: summit.coefficients }) => {
      const { point } = climb(surface, along(near.coefficients, value), { held, lower, negligible })
      const fall = Math.max(0, 2 * (summit.value - point.value))
      return { fall, score: at(point.score, j), coefficients: point.coefficients }
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

/** Distances from the summit known to be inside and outside the limit, the next one to try, and from where. */
type Search = { inside: number; outside: number; next: number; near: Place | undefined; found: boolean }

/**
 * Newton's method on the signed root of the fall, which is nearly a straight line, kept inside a bracket that is
 * doubled outward until it holds the limit. Infinite where the profile never falls far enough.
 */
function limit(ridge: Ridge, side: -1 | 1): number {
  let search: Search = { inside: 0, outside: Number.POSITIVE_INFINITY, next: Z95 * ridge.se, near: undefined, found: false }
  for (let round = 0; round < patience && !search.found; round++) {
    const near = ridge.at(ridge.top + side * search.next, search.near)
    search = closer({ ...search, near }, near, { side, enough: ridge.isNearlyStraight ? nearEnough : 1e-5 })
    if (search.inside > farAway * ridge.se) return side * Number.POSITIVE_INFINITY
  }
  return ridge.top + side * search.next
}

/**
 * With many rows the root bends so little that a step of Newton's method from this near leaves less than a millionth of
 * a standard error.
 */
const nearEnough = 2e-3

function closer(search: Search, { fall, score }: Place, { side, enough }: { side: -1 | 1; enough: number }): Search {
  const { inside, outside, next } = search
  const root = Math.sqrt(fall)
  const bracket = root < Z95 ? { inside: next, outside } : { inside, outside: next }
  const newton = next + ((Z95 - root) * root) / (-side * score)
  // From here the next step of Newton's method is exact to the square of this.
  if (Math.abs(root - Z95) < enough && Math.abs(newton - next) < 10 * enough * next)
    return { ...search, ...bracket, next: newton, found: true }
  if (bracket.outside - bracket.inside < 1e-13 * next) return { ...search, ...bracket, next, found: true }
  const fits = newton > bracket.inside && newton < bracket.outside
  return { ...search, ...bracket, next: fits ? newton : between(bracket), found: false }
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
