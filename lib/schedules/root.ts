import { greatest, least, one, type Rate, rate } from '@/lib/platform/money'

export type Bracket = { from: Rate; to: Rate }

const half = rate('0.5')
const tolerance = rate('1e-34')

/**
 * The root of a continuous function between two points where its signs differ, to 34 digits. Chandrupatla's method
 * (Advances in Engineering Software 28, 1997): inverse quadratic interpolation where it is safe, bisection where it is not,
 * so that it cannot leave the bracket. Undefined where the signs do not differ.
 */
export function rootBetween(f: (x: Rate) => Rate, { from, to }: Bracket): Rate | undefined {
  const at = (x: Rate): Point => ({ x, y: f(x) })
  const [a, b] = [at(to), at(from)]
  const exact = [a, b].find((point) => point.y.isZero())
  if (exact) return exact.x
  if (a.y.s === b.y.s) return undefined
  let search: Search = { a, b, c: a }
  let look = half
  // Bisection alone needs fewer than two hundred steps; interpolation about a dozen.
  for (let step = 0; step < 300 && !isNarrow(search); step++) {
    search = narrowed(search, at(between(search, look)))
    look = nextLook(search)
  }
  return best(search).x
}

type Point = { x: Rate; y: Rate }
/** The newest point, the one on the other side of the root, and the one before. */
type Search = { a: Point; b: Point; c: Point }

const between = ({ a, b }: Search, share: Rate): Rate => a.x.plus(share.times(b.x.minus(a.x)))

const narrowed = ({ a, b }: Search, next: Point): Search => (next.y.s === a.y.s ? { a: next, b, c: a } : { a: next, b: a, c: b })

const best = ({ a, b }: Search): Point => (a.y.abs().lt(b.y.abs()) ? a : b)

/** The tolerance as a share of the bracket. */
function smallestShare(search: Search): Rate {
  const width = search.b.x.minus(search.a.x).abs()
  return tolerance.times(greatest(best(search).x.abs(), one)).div(width.times(2).plus('1e-60'))
}

const isNarrow = (search: Search): boolean => best(search).y.isZero() || smallestShare(search).gt(half)

function nextLook(search: Search): Rate {
  const share = smallestShare(search)
  return greatest(share, least(one.minus(share), interpolated(search)))
}

/** Where between a and b to look next, as a share: by interpolation where the three points allow it, else half way. */
function interpolated({ a, b, c }: Search): Rate {
  const xi = a.x.minus(b.x).div(c.x.minus(b.x))
  const phi = a.y.minus(b.y).div(c.y.minus(b.y))
  const safe = phi.pow(2).lt(xi) && one.minus(phi).pow(2).lt(one.minus(xi))
  if (!safe) return half
  const first = a.y.div(b.y.minus(a.y)).times(c.y.div(b.y.minus(c.y)))
  const second = c.x
    .minus(a.x)
    .div(b.x.minus(a.x))
    .times(a.y.div(c.y.minus(a.y)))
    .times(b.y.div(c.y.minus(b.y)))
  return first.plus(second)
}
