import { type Money, type Rate, rate, zero } from '@/lib/platform/money'

/** One period ahead: the interest it bears per unit of balance, and whether that interest is asked for later. */
export type Ahead = { factor: Rate; deferred: boolean }

/**
 * The exact instalment that clears a balance over the periods ahead. `interest` is that of the first period, known in full
 * because the balance may change within it; `owed` is interest of earlier periods still to be asked for, which itself
 * bears none. Both the balance and the interest owed are followed as `a - b x instalment`; the instalment makes them zero.
 */
export function levelInstalment(balance: Money, owed: Money, interest: Rate, ahead: readonly Ahead[]): Rate {
  let open: Line = { a: balance, b: zero }
  let waiting: Line = { a: owed, b: zero }
  ahead.forEach(({ factor, deferred }, index) => {
    const borne = index === 0 ? { a: interest, b: zero } : { a: open.a.times(factor), b: open.b.times(factor) }
    waiting = add(waiting, borne)
    const paid = deferred ? open : add(open, waiting)
    open = { a: paid.a, b: paid.b.plus(1) }
    if (!deferred) waiting = nothing
  })
  const left = add(open, waiting)
  return left.a.div(left.b)
}

type Line = { a: Rate; b: Rate }

const nothing: Line = { a: rate(0), b: rate(0) }
const add = (one: Line, other: Line): Line => ({ a: one.a.plus(other.a), b: one.b.plus(other.b) })
