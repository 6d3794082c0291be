import type { BalanceBucket, ReliefType } from '@/db/vocabulary'
import { sum } from '@/lib/platform/money'
import type { ReliefLine } from '@/lib/relief/figures'
import type { Buckets } from '@/lib/relief/offer'
import { reliefs } from '@/lib/relief/reliefs'
import { type Row, totalOf } from '@/lib/schedules/plan'
import type { Ask, PlanFacts, WaiverType } from './facts'

/** What the quote of one debt says about its waivers: what each bucket held, and what is asked to be given up of it. */
export type Waivers = { readonly buckets: Buckets; readonly waived: Buckets }

/**
 * The stored reliefs of a proposal as a letter names them, with percentages resolved to the amounts of its quote. A waiver of
 * what is not there asks for nothing and is left out.
 */
export const asksOf = (lines: readonly ReliefLine[], waivers: Waivers): Ask[] =>
  lines.map(({ type, ...params }) => readers[type](params, waivers)).filter(asksSomething)

const asksSomething = (ask: Ask): boolean => !(ask.type.startsWith('WAIVE_') && 'amount' in ask && ask.amount.isZero())

/** A schedule of the engine as a letter prints it. */
export const planFactsOf = (rows: readonly Row[]): PlanFacts => ({
  rows,
  total: totalOf(rows, 'payment'),
  interest: totalOf(rows, 'interest'),
})

type Reader<Type extends ReliefType> = (params: unknown, waivers: Waivers) => Ask<Type>

const waiver =
  <Type extends WaiverType>(type: Type, ...names: BalanceBucket[]) =>
  (_: unknown, { buckets, waived }: Waivers) => {
    const amount = sum(names.map((name) => waived[name]))
    return { type, amount, isAll: amount.eq(sum(names.map((name) => buckets[name]))) }
  }

const readers: { readonly [Type in ReliefType]: Reader<Type> } = {
  TERM_EXTENSION: (params) => ({ type: 'TERM_EXTENSION', ...reliefs.TERM_EXTENSION.params.parse(params) }),
  INSTALMENT_PLAN: (params) => ({ type: 'INSTALMENT_PLAN', ...reliefs.INSTALMENT_PLAN.params.parse(params) }),
  LOWER_INSTALMENT: (params) => ({ type: 'LOWER_INSTALMENT', ...reliefs.LOWER_INSTALMENT.params.parse(params) }),
  INTEREST_ONLY: (params) => ({ type: 'INTEREST_ONLY', ...reliefs.INTEREST_ONLY.params.parse(params) }),
  PAYMENT_PAUSE: (params) => ({ type: 'PAYMENT_PAUSE', ...reliefs.PAYMENT_PAUSE.params.parse(params) }),
  DATE_CHANGE: (params) => ({ type: 'DATE_CHANGE', ...reliefs.DATE_CHANGE.params.parse(params) }),
  RATE_CUT: (params) => {
    const { toDailyPercent } = reliefs.RATE_CUT.params.parse(params)
    return { type: 'RATE_CUT', toDailyPercent: toDailyPercent.times(100).toFixed() }
  },
  LUMP_SUM: (params) => ({ type: 'LUMP_SUM', ...reliefs.LUMP_SUM.params.parse(params) }),
  STOP_COLLECTION: () => ({ type: 'STOP_COLLECTION' }),
  OTHER: (params) => ({ type: 'OTHER', ...reliefs.OTHER.params.parse(params) }),
  WAIVE_INTEREST: waiver('WAIVE_INTEREST', 'interest'),
  WAIVE_OVERDUE_INTEREST: waiver('WAIVE_OVERDUE_INTEREST', 'overdueInterest'),
  WAIVE_PENALTY_PRINCIPAL: waiver('WAIVE_PENALTY_PRINCIPAL', 'penaltyPrincipal'),
  WAIVE_PENALTY_INTEREST: waiver('WAIVE_PENALTY_INTEREST', 'penaltyInterest'),
  WAIVE_FEES: waiver('WAIVE_FEES', 'fees'),
  WAIVE_PRINCIPAL: waiver('WAIVE_PRINCIPAL', 'principal', 'overduePrincipal'),
}
