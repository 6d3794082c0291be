import { z } from 'zod'
import { ln, one, type Rate, rate, zero } from '@/lib/platform/money'
import { rootBetween } from '@/lib/schedules/root'
import { decimal, figures, type MoneyCase, noSolution } from './money-case'

/**
 * The time-value functions as spreadsheets define them: money paid out is negative, `type` 1 means payments at the
 * beginning of a period. Arguments left out are zero. Undefined where there is no real answer.
 */
const functions: Record<string, (args: Arguments) => Rate | undefined> = {
  PMT: named(['r', 'n', 'pv', 'fv', 'type'], payment),
  FV: named(['r', 'n', 'pmt', 'pv', 'type'], futureValue),
  PV: named(['r', 'n', 'pmt', 'fv', 'type'], presentValue),
  IPMT: named(['r', 'per', 'n', 'pv', 'fv', 'type'], partOf(interestPart)),
  PPMT: named(['r', 'per', 'n', 'pv', 'fv', 'type'], partOf(principalPart)),
  CUMIPMT: named(['r', 'n', 'pv', 'from', 'to', 'type'], (terms) => overPeriods(terms, interestPart)),
  CUMPRINC: named(['r', 'n', 'pv', 'from', 'to', 'type'], (terms) => overPeriods(terms, principalPart)),
  NPER: named(['r', 'pmt', 'pv', 'fv', 'type'], periods),
  RATE: named(['n', 'pmt', 'pv', 'fv', 'type'], periodRate),
  ISPMT: named(['r', 'per', 'n', 'pv'], ({ r, per, n, pv }) => pv.times(r).times(per.div(n).minus(1))),
  EFFECT: named(
    ['r', 'n'],
    whole(({ r, n }) => r.div(n).plus(1).pow(n).minus(1)),
  ),
  NOMINAL: named(
    ['r', 'n'],
    whole(({ r, n }) => r.plus(1).pow(one.div(n)).minus(1).times(n)),
  ),
  RRI: named(['n', 'pv', 'fv'], ({ n, pv, fv }) => fv.div(pv).pow(one.div(n)).minus(1)),
  PDURATION: named(['r', 'pv', 'fv'], ({ r, pv, fv }) =>
    ln(fv)
      .minus(ln(pv))
      .div(ln(r.plus(1))),
  ),
  NPV: ([r = zero, ...values]) => values.reduce((total, value, index) => total.plus(value.div(r.plus(1).pow(index + 1))), zero),
}

type Arguments = readonly Rate[]
const names = ['r', 'n', 'pv', 'fv', 'pmt', 'type', 'per', 'from', 'to'] as const
type Name = (typeof names)[number]
type Terms = Record<Name, Rate>

/** Gives positional arguments their names. */
function named(order: readonly Name[], compute: (terms: Terms) => Rate | undefined): (args: Arguments) => Rate | undefined {
  return (args) => {
    const terms: Terms = { r: zero, n: zero, pv: zero, fv: zero, pmt: zero, type: zero, per: zero, from: zero, to: zero }
    order.forEach((name, index) => {
      terms[name] = args[index] ?? zero
    })
    return compute(terms)
  }
}

/** A payment that is none of them has no parts. */
function partOf(part: (terms: Terms) => Rate): (terms: Terms) => Rate | undefined {
  return (terms) => (terms.per.gte(1) && terms.per.lte(terms.n) ? part(terms) : undefined)
}

/** A number of periods that is no whole one is cut down to it. */
function whole(compute: (terms: Terms) => Rate): (terms: Terms) => Rate {
  return (terms) => compute({ ...terms, n: terms.n.trunc() })
}

/** An argument left out stands as nothing, and counts as zero. */
const given = z.union([decimal, z.null().transform(() => '')])
const inputs = z.object({ function: z.string(), arguments: z.array(z.union([given, z.array(given)])) })

export function answerSpreadsheet(asked: MoneyCase) {
  const call = inputs.parse(asked.inputs)
  const apply = functions[call.function.toUpperCase()]
  if (!apply) return undefined
  const value = apply(call.arguments.flat().map(argument))
  return value?.isFinite() ? figures(asked, (name) => (name.includes('percent') ? value.times(100) : value)) : noSolution
}

/** An argument as people type it: '9%/12', '5.25%', '30*12', 8000. */
function argument(text: string): Rate {
  const [first = '', ...rest] = text.replaceAll(' ', '').split(/([*/])/)
  let value = plain(first)
  for (let at = 0; at < rest.length; at += 2) {
    const next = plain(rest[at + 1] ?? '')
    value = rest[at] === '*' ? value.times(next) : value.div(next)
  }
  return value
}

const plain = (text: string): Rate => (text === '' ? zero : text.endsWith('%') ? rate(text.slice(0, -1)).div(100) : rate(text))

/** What a payment of one each period grows to. */
function grown({ r, n, type }: Terms): Rate {
  return r.isZero() ? n : r.plus(1).pow(n).minus(1).div(r).times(r.times(type).plus(1))
}

function payment(terms: Terms): Rate {
  return terms.pv.times(terms.r.plus(1).pow(terms.n)).plus(terms.fv).neg().div(grown(terms))
}

function futureValue(terms: Terms): Rate {
  return terms.pv
    .times(terms.r.plus(1).pow(terms.n))
    .plus(terms.pmt.times(grown(terms)))
    .neg()
}

function presentValue(terms: Terms): Rate {
  return terms.pmt.times(grown(terms)).plus(terms.fv).neg().div(terms.r.plus(1).pow(terms.n))
}

/** Interest of one payment: on what is open after the payments before it; the first payment of an annuity due has none. */
function interestPart(terms: Terms): Rate {
  const { r, per, type } = terms
  if (type.eq(1) && per.eq(1)) return zero
  const open = futureValue({ ...terms, n: per.minus(1), pmt: payment(terms) })
  return type.eq(1) ? open.times(r).div(r.plus(1)) : open.times(r)
}

function principalPart(terms: Terms): Rate {
  return payment(terms).minus(interestPart(terms))
}

function overPeriods(terms: Terms, part: (terms: Terms) => Rate): Rate {
  let total = zero
  for (let per = terms.from; per.lte(terms.to); per = per.plus(1)) total = total.plus(part({ ...terms, per }))
  return total
}

function periods({ r, pmt, pv, fv, type }: Terms): Rate | undefined {
  if (r.isZero()) return pmt.isZero() ? undefined : pv.plus(fv).div(pmt).neg()
  const due = pmt.times(r.times(type).plus(1))
  const share = due.minus(fv.times(r)).div(due.plus(pv.times(r)))
  return share.gt(0) ? ln(share).div(ln(r.plus(1))) : undefined
}

/** The rate at which everything balances, looked for outwards from zero, which is where a spreadsheet starts too. */
function periodRate(terms: Terms): Rate | undefined {
  const balance = (r: Rate) => futureValue({ ...terms, r }).minus(terms.fv)
  for (let bound = rate('0.01'); bound.lt(1000); bound = bound.times(2)) {
    const below = one.div(bound.plus(1)).minus(1)
    const found = rootBetween(balance, { from: zero, to: bound }) ?? rootBetween(balance, { from: zero, to: below })
    if (found) return found
  }
  return undefined
}
