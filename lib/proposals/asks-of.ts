import type { ReliefLine } from '@/db/schema/proposals'
import type { BalanceBucket, ReliefType } from '@/db/vocabulary'
import type { Ask, WaiverType } from '@/lib/letters/facts'
import { money, sum } from '@/lib/platform/money'
import type { DebtSheet } from './debt-sheet'
import type { WorkedLine } from './work-out'

type Context = { line: WorkedLine; sheet: DebtSheet; sourceOfFunds: string }

/** What one line asks for, as the letter puts it: percentages resolved to amounts. */
export const asksOf = (line: WorkedLine, sheet: DebtSheet, sourceOfFunds: string): Ask[] =>
  line.reliefs.map((relief) => phrasings[relief.type](relief, { line, sheet, sourceOfFunds }))

const waiver =
  (type: WaiverType, ...buckets: BalanceBucket[]) =>
  (_: ReliefLine, { line, sheet }: Context): Ask => {
    const amount = sum(buckets.map((bucket) => money(line.waivedBuckets[bucket])))
    return { type, amount, isAll: amount.eq(sum(buckets.map((bucket) => money(sheet.buckets[bucket])))) }
  }

const phrasings: Record<ReliefType, (relief: ReliefLine, context: Context) => Ask> = {
  TERM_EXTENSION: ({ toPeriods }) => ({ type: 'TERM_EXTENSION', toPeriods: count(toPeriods) }),
  INSTALMENT_PLAN: ({ periods, firstDue }) => ({ type: 'INSTALMENT_PLAN', periods: count(periods), firstDue: text(firstDue) }),
  LOWER_INSTALMENT: ({ amount }) => ({ type: 'LOWER_INSTALMENT', amount: money(text(amount)) }),
  INTEREST_ONLY: ({ periods }) => ({ type: 'INTEREST_ONLY', periods: count(periods) }),
  PAYMENT_PAUSE: ({ periods, interest }) => ({
    type: 'PAYMENT_PAUSE',
    periods: count(periods),
    interest: interest === 'waived' ? 'waived' : 'accrues',
  }),
  DATE_CHANGE: ({ dueDay }) => ({ type: 'DATE_CHANGE', dueDay: count(dueDay) }),
  RATE_CUT: ({ toDailyPercent }) => ({ type: 'RATE_CUT', toDailyPercent: text(toDailyPercent) }),
  WAIVE_INTEREST: waiver('WAIVE_INTEREST', 'interest'),
  WAIVE_OVERDUE_INTEREST: waiver('WAIVE_OVERDUE_INTEREST', 'overdueInterest'),
  WAIVE_PENALTY_PRINCIPAL: waiver('WAIVE_PENALTY_PRINCIPAL', 'penaltyPrincipal'),
  WAIVE_PENALTY_INTEREST: waiver('WAIVE_PENALTY_INTEREST', 'penaltyInterest'),
  WAIVE_FEES: waiver('WAIVE_FEES', 'fees'),
  WAIVE_PRINCIPAL: waiver('WAIVE_PRINCIPAL', 'principal', 'overduePrincipal'),
  LUMP_SUM: ({ amount, on }, { sourceOfFunds }) => ({
    type: 'LUMP_SUM',
    amount: money(text(amount)),
    on: text(on),
    ...(sourceOfFunds !== '' && { source: sourceOfFunds }),
  }),
  STOP_COLLECTION: () => ({ type: 'STOP_COLLECTION' }),
  OTHER: (relief) => ({ type: 'OTHER', text: text(relief.text) }),
}

const count = (value: string | number | undefined): number => (typeof value === 'number' ? value : 0)
const text = (value: string | number | undefined): string => String(value ?? '')
