import type { ReliefLine } from '@/db/schema/proposals'
import { earlier } from '@/lib/platform/dates'
import { least, type Money, money, one, round, sum, toText, zero } from '@/lib/platform/money'
import type { AskedLine } from '@/lib/proposals/work-out'
import { planAsked } from '@/lib/relief/quote'
import { totalOf } from '@/lib/schedules/plan'
import { type Ask, fits, hasArrears, linesOf, shortestFitting } from './fitting'
import type { Ground, Note } from './ground'
import { proRata } from './situation'

export const offerKinds = ['EXTEND', 'LOWER', 'WAIVE', 'RATE', 'RESCHEDULE', 'INTEREST_FIRST', 'LUMP_SUM'] as const
export type OfferKind = (typeof offerKinds)[number]

/** Every way an offer is made: what it asks for on this ground, or undefined where it makes no sense there. */
export const strategies: Record<OfferKind, (ground: Ground) => AskedLine[] | undefined> = {
  /** A longer term, as long as needed and no longer. */
  EXTEND: (ground) => (ground.notes.some(canExtend) ? shortestFitting(ground, longer, 1) : undefined),
  /** A round amount the household can name itself; the number of instalments follows (SX-06). */
  LOWER: lower,
  /** What grew because of the delay is given up, and time added where that is not enough. */
  WAIVE: (ground) => (ground.notes.some(canWaive) ? shortestFitting(ground, alongside(waivers), 0) : undefined),
  /** Half the rate, and time added where that is not enough; where there is something to waive, that is asked for instead. */
  RATE: (ground) =>
    ground.notes.some(canWaive) || !ground.notes.some(bearsInterest) ? undefined : shortestFitting(ground, alongside(rateCut), 0),
  /** Everything owed, arrears too, spread anew; so is what the contract asks for in one sum at its end. */
  RESCHEDULE: (ground) =>
    ground.notes.some((note) => hasArrears(note) || isPaidAtEnd(note)) ? shortestFitting(ground, anew, 0) : undefined,
  /** Only interest while things are bad, the principal after that. */
  INTEREST_FIRST: (ground) =>
    shortestFitting(
      ground,
      alongside(() => [{ type: 'INTEREST_ONLY', periods: ground.lean }]),
      1,
    ),
  /** All that can be raised, at once; what it does not reach is given up. */
  LUMP_SUM: lumpSum,
}

/**
 * More instalments. A debt that has matured cannot be extended any more, only spread anew [民法典合同编 678]; so is one paid in
 * one sum at its end, which more time alone makes no easier.
 */
function longer(note: Note, added: number): ReliefLine[] {
  if (added === 0) return []
  if (note.isMatured) return anew(note, added)
  return isPaidAtEnd(note) ? anew(note, added - 1) : [{ type: 'TERM_EXTENSION', toPeriods: note.debt.remainingPeriods + added }]
}

function anew({ debt }: Note, added: number): ReliefLine[] {
  return [{ type: 'INSTALMENT_PLAN', periods: Math.max(1, debt.remainingPeriods) + added, firstDue: debt.nextDue }]
}

/** A relief of its own, with as much time as it takes. */
const alongside =
  (own: (note: Note) => ReliefLine[]): Ask =>
  (note, added) => [...own(note), ...longer(note, added)]

const delayWaivers = {
  overdueInterest: 'WAIVE_OVERDUE_INTEREST',
  penaltyPrincipal: 'WAIVE_PENALTY_PRINCIPAL',
  penaltyInterest: 'WAIVE_PENALTY_INTEREST',
} as const
const delayBuckets = ['overdueInterest', 'penaltyPrincipal', 'penaltyInterest'] as const

/** What the delay cost, whole; without any such cost half of the interest that has accrued, as a lender may grant a part. */
function waivers({ debt: { buckets } }: Note): ReliefLine[] {
  const late = delayBuckets.filter((bucket) => buckets[bucket].gt(zero))
  if (late.length > 0) return late.map((bucket) => ({ type: delayWaivers[bucket], percent: '100' }))
  return buckets.interest.gt(zero) ? [{ type: 'WAIVE_INTEREST', percent: '50' }] : []
}

const canWaive = (note: Note) => waivers(note).length > 0
const isPaidAtEnd = ({ debt }: Note) => debt.method === 'interest_only'
const canExtend = (note: Note) => !note.isMatured && !isPaidAtEnd(note)
const bearsInterest = ({ debt }: Note) => debt.dailyRate.gt(zero)

const rateCut = (note: Note): ReliefLine[] =>
  bearsInterest(note) ? [{ type: 'RATE_CUT', toDailyPercent: note.debt.dailyRate.times(50).toFixed() }] : []

const ten = money('10')

/** Down to ten yuan in all and to the yuan for each loan note: an amount that can be said. */
function lower(ground: Ground): AskedLine[] | undefined {
  const each = inProportion(ground, round(ground.budget, 'down', ten)).map((amount) => round(amount, 'down', one))
  if (each.some((amount) => !amount.gt(zero))) return undefined
  const ask: Ask = (note) => [{ type: 'LOWER_INSTALMENT', amount: toText(each[ground.notes.indexOf(note)] ?? zero) }]
  const first = linesOf(ground, ask, { added: 0, treatment: 'FIRST_INSTALMENT' })
  return fits(ground, first) ? first : linesOf(ground, ask, { added: 0, treatment: 'CAPITALISE' })
}

const inProportion = ({ notes }: Ground, amount: Money) =>
  proRata(
    amount,
    notes.map(({ owed }) => owed),
  )

function lumpSum(ground: Ground): AskedLine[] | undefined {
  const { notes, funds, from } = ground
  if (!funds.gt(zero)) return undefined
  const on = notes.map(({ debt }) => debt.nextDue).reduce(earlier)
  const shares = inProportion(ground, funds)
  return notes.map(({ sheet, debt }, index) => {
    const whole = { type: 'LUMP_SUM' as const, amount: toText(sum(notes.map(({ owed }) => owed)).times(10)), on }
    const payOff = totalOf(planAsked({ debt, reliefs: [whole], from }).rows, 'payment')
    const amount = toText(least(shares[index] ?? zero, payOff))
    return { debtId: sheet.debtId, reliefs: [{ type: 'LUMP_SUM', amount, on }], treatment: 'FIRST_INSTALMENT' }
  })
}
