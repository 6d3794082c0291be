import { compareDates } from '@/lib/platform/dates'
import { money, toText } from '@/lib/platform/money'
import { type DebtSheet, missingTerms } from '@/lib/proposals/debt-sheet'
import { type Ground, groundOf } from './ground'
import type { Situation } from './situation'
import { offerKinds, strategies } from './strategies'
import { asItIs, type Compared, type Valued, valued } from './valued'

/** Why there is nothing to choose from, or nothing that fits. */
export type NoOffers = 'no_terms' | 'nothing_owed' | 'no_statement' | 'no_surplus' | 'none_fits'

export type Offers = {
  /** What this creditor can be offered a month, CNY. */
  budget: string
  /** Loan notes whose terms are not known: they are in no offer. */
  unknown: string[]
  /** The debts carried on as they are, for comparison. */
  asIs: Compared | null
  /** Cheapest first; those that do not fit come last and only where fewer than three do. */
  offers: Valued[]
  why: NoOffers | null
}

const enough = 3
const most = 6

/**
 * Three to six offers that a household can keep, side by side: ranked by what they cost in all, then by when they end, then
 * by their dearest month; never by the lowest instalment alone.
 */
export function generateOffers(situation: Situation): Offers {
  const ground = groundOf(situation)
  const unknown = situation.sheets.filter(isUnknown).map(({ debtId }) => debtId)
  const base = { budget: toText(ground.budget), unknown }
  if (ground.notes.length === 0) return { ...base, asIs: null, offers: [], why: unknown.length > 0 ? 'no_terms' : 'nothing_owed' }
  const asIs = asItIs(ground)
  if (situation.surplus === null) return { ...base, asIs, offers: [], why: 'no_statement' }
  const offers = chosen(ground, asIs)
  return { ...base, asIs, offers, why: whyNone(ground, offers) }
}

/** A loan note that owes nothing needs no terms. */
const isUnknown = (sheet: DebtSheet) => money(sheet.owed).gt('0') && missingTerms(sheet).length > 0

function chosen(ground: Ground, asIs: Compared): Valued[] {
  const tried = offerKinds.flatMap((kind) => {
    const lines = strategies[kind](ground)
    return lines === undefined ? [] : [valued(ground, kind, lines)]
  })
  const ranked = distinct(tried.filter(makesSense(asIs))).toSorted(byCost)
  const fitting = ranked.filter(({ affordability }) => affordability.fits)
  const others = ranked.filter(({ affordability }) => !affordability.fits)
  return [...fitting, ...others.slice(0, Math.max(0, enough - fitting.length))].slice(0, most)
}

const whyNone = ({ budget }: Ground, offers: readonly Valued[]): NoOffers | null => {
  if (offers.some(({ affordability }) => affordability.fits)) return null
  return budget.gt('0') ? 'none_fits' : 'no_surplus'
}

/** An instalment that is not lower where it is the heaviest, or that never pays the debt off, is no offer. */
const makesSense =
  (asIs: Compared) =>
  ({ kind, largest, warnings }: Valued) =>
    !warnings.includes('INSTALMENT_TOO_LOW') && (kind !== 'LOWER' || money(largest).lt(money(asIs.largest)))

/** Two ways to the same payments are one offer. */
const distinct = (offers: readonly Valued[]) =>
  offers.filter((offer, index) => offers.findIndex((one) => one.schedule === offer.schedule) === index)

const byCost = (a: Valued, b: Valued) =>
  money(a.total).cmp(money(b.total)) ||
  compareDates(a.last, b.last) ||
  money(a.affordability.dearest).cmp(money(b.affordability.dearest))
