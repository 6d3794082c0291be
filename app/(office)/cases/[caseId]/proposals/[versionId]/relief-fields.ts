import type { BalanceBucket, ReliefType } from '@/db/vocabulary'
import { addMonths, dayOfMonth } from '@/lib/platform/dates'
import { money, rate } from '@/lib/platform/money'
import type { DebtSheet } from '@/lib/proposals/debt-sheet'

/** How a parameter of a relief is asked for. A `share` is a percentage or an amount, whichever the counsellor chooses. */
export type FieldKind = 'count' | 'money' | 'percent' | 'share' | 'date' | 'interest' | 'text'
export type FieldName =
  | 'toPeriods'
  | 'periods'
  | 'firstDue'
  | 'amount'
  | 'interest'
  | 'dueDay'
  | 'toDailyPercent'
  | 'share'
  | 'on'
  | 'text'
export type ReliefField = { name: FieldName; kind: FieldKind }

const share: ReliefField[] = [{ name: 'share', kind: 'share' }]

/** The form of each relief: the parameters of domain.md 2.5. */
export const reliefFields: Record<ReliefType, ReliefField[]> = {
  TERM_EXTENSION: [{ name: 'toPeriods', kind: 'count' }],
  INSTALMENT_PLAN: [
    { name: 'periods', kind: 'count' },
    { name: 'firstDue', kind: 'date' },
  ],
  LOWER_INSTALMENT: [{ name: 'amount', kind: 'money' }],
  INTEREST_ONLY: [{ name: 'periods', kind: 'count' }],
  PAYMENT_PAUSE: [
    { name: 'periods', kind: 'count' },
    { name: 'interest', kind: 'interest' },
  ],
  DATE_CHANGE: [{ name: 'dueDay', kind: 'count' }],
  RATE_CUT: [{ name: 'toDailyPercent', kind: 'percent' }],
  WAIVE_INTEREST: share,
  WAIVE_OVERDUE_INTEREST: share,
  WAIVE_PENALTY_PRINCIPAL: share,
  WAIVE_PENALTY_INTEREST: share,
  WAIVE_FEES: share,
  WAIVE_PRINCIPAL: share,
  LUMP_SUM: [
    { name: 'amount', kind: 'money' },
    { name: 'on', kind: 'date' },
  ],
  STOP_COLLECTION: [],
  OTHER: [{ name: 'text', kind: 'text' }],
}

/** What is offered at once; the rest is one click away. */
const usual: readonly ReliefType[] = ['TERM_EXTENSION', 'LOWER_INSTALMENT', 'LUMP_SUM']

const waivable: readonly [ReliefType, BalanceBucket][] = [
  ['WAIVE_INTEREST', 'interest'],
  ['WAIVE_OVERDUE_INTEREST', 'overdueInterest'],
  ['WAIVE_PENALTY_PRINCIPAL', 'penaltyPrincipal'],
  ['WAIVE_PENALTY_INTEREST', 'penaltyInterest'],
  ['WAIVE_FEES', 'fees'],
]

/** The bucket a waiver is about; undefined for other reliefs. */
export const bucketOf = (type: ReliefType): BalanceBucket | undefined => waivable.find(([waiver]) => waiver === type)?.[1]

/** Reliefs to show first for a loan note: the usual ones, and waivers of what is really owed. */
export function firstReliefs({ buckets }: DebtSheet): ReliefType[] {
  const owed = waivable.filter(([, bucket]) => money(buckets[bucket]).gt('0')).map(([type]) => type)
  return ['TERM_EXTENSION', 'LOWER_INSTALMENT', ...owed, ...usual.slice(2)]
}

/** What a relief starts with when it is ticked: a sensible request that is then changed. */
export function startingParams(type: ReliefType, sheet: DebtSheet, today: string): Record<string, string> {
  const starts: Partial<Record<ReliefType, Record<string, string>>> = {
    TERM_EXTENSION: { toPeriods: doubled(sheet) },
    INSTALMENT_PLAN: { periods: doubled(sheet), firstDue: sheet.nextDueOn ?? addMonths(today, 1) },
    INTEREST_ONLY: { periods: '3' },
    PAYMENT_PAUSE: { periods: '1', interest: 'accrues' },
    DATE_CHANGE: { dueDay: String(dayOfMonth(sheet.nextDueOn ?? today)) },
    RATE_CUT: { toDailyPercent: halved(sheet) },
    LUMP_SUM: { amount: sheet.owed, on: addMonths(today, 1) },
  }
  return starts[type] ?? (type.startsWith('WAIVE_') ? { unit: 'percent', share: '100' } : {})
}

const doubled = ({ remainingPeriods }: DebtSheet) => String(Math.max(2, (remainingPeriods ?? 6) * 2))
const halved = ({ dailyPercent }: DebtSheet) =>
  rate(dailyPercent ?? '0.04')
    .div(2)
    .toFixed()
