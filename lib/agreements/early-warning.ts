import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { type Money, money } from '@/lib/platform/money'
import type { LedgerRow } from './ledger'

/** A budget as far as it bears on a plan: CNY a month left over, and the day it describes. */
export type Budget = { disposable: Money; asOf: CivilDate }

/** What an active agreement is judged by: its ledger today, and what has been learnt of the budget. */
export type Watched = {
  rows: readonly Pick<LedgerRow, 'dueOn' | 'amount' | 'paidOn' | 'status'>[]
  /** The newest statement, and the one the agreement was made on. */
  budget: Budget | undefined
  budgetThen: Budget | undefined
  /** A hardship was recorded after the agreement was made, or the client said that they cannot pay. */
  newHardship: boolean
  today: CivilDate
}

export const warningReasons = [
  'LATE_NOW',
  'LATE_LONG',
  'LATE_BEFORE',
  'PARTLY_PAID',
  'NEW_HARDSHIP',
  'BUDGET_SHORT',
  'BUDGET_TIGHT',
  'BUDGET_WORSE',
  'BUDGET_OLD',
  'STEP_UP',
] as const
export type WarningReason = (typeof warningReasons)[number]
export const warningLevels = ['CALM', 'WATCH', 'ACT'] as const
export type WarningLevel = (typeof warningLevels)[number]

type Row = { points: number; holds: (watched: Watched) => boolean }

/** Days after which a late instalment weighs more, and a budget is due for review. */
const [longLate, oldBudget] = [7, 180]
/** Days: a part paid towards an instalment further off is paid ahead, and worries nobody. */
const running = 31
const [tight, worse, stepUp] = [money('1.1'), money('0.8'), money('1.2')]

/**
 * The table of points (SS-11): what a counsellor would worry about, each with its weight. A judgement written down, not a
 * probability: nobody has measured these weights.
 */
export const warningTable: Record<WarningReason, Row> = {
  LATE_NOW: { points: 3, holds: ({ rows }) => rows.some(isLate) },
  LATE_LONG: {
    points: 2,
    holds: ({ rows, today }) => rows.some((row) => isLate(row) && daysBetween(row.dueOn, today) > longLate),
  },
  LATE_BEFORE: {
    points: 1,
    holds: ({ rows }) => rows.some(({ paidOn, dueOn, status }) => status === 'PAID' && (paidOn ?? '') > dueOn),
  },
  PARTLY_PAID: {
    points: 1,
    holds: ({ rows, today }) => rows.some(({ status, dueOn }) => status === 'PARTLY' && daysBetween(today, dueOn) <= running),
  },
  NEW_HARDSHIP: { points: 2, holds: ({ newHardship }) => newHardship },
  BUDGET_SHORT: { points: 3, holds: (watched) => compare(watched, (left, due) => left.lt(due)) },
  BUDGET_TIGHT: { points: 1, holds: (watched) => compare(watched, (left, due) => left.gte(due) && left.lt(due.times(tight))) },
  BUDGET_WORSE: {
    points: 1,
    holds: ({ budget, budgetThen }) =>
      budget !== undefined && budgetThen !== undefined && budget.disposable.lt(budgetThen.disposable.times(worse)),
  },
  BUDGET_OLD: { points: 1, holds: ({ budget, today }) => budget === undefined || daysBetween(budget.asOf, today) > oldBudget },
  STEP_UP: { points: 1, holds: ({ rows }) => risesNext(rows) },
}

/** How worried to be about an agreement today, and why, the heaviest reason first. Nothing left to pay worries nobody. */
export function earlyWarning(watched: Watched): { points: number; level: WarningLevel; reasons: WarningReason[] } {
  const isOver = watched.rows.every(({ status }) => status === 'PAID')
  const reasons = isOver ? [] : warningReasons.filter((reason) => warningTable[reason].holds(watched))
  const points = reasons.reduce((total, reason) => total + warningTable[reason].points, 0)
  return { points, level: levelOf(points), reasons: reasons.toSorted((a, b) => warningTable[b].points - warningTable[a].points) }
}

/** From these points on. */
const levels: readonly [from: number, level: WarningLevel][] = [
  [4, 'ACT'],
  [2, 'WATCH'],
]
const levelOf = (points: number) => levels.find(([from]) => points >= from)?.[1] ?? 'CALM'

const isLate = ({ status }: Watched['rows'][number]) => status === 'LATE'
const open = (rows: Watched['rows']) => rows.filter(({ status }) => status !== 'PAID')

function compare({ budget, rows }: Watched, holds: (left: Money, due: Money) => boolean): boolean {
  const [next] = open(rows)
  return budget !== undefined && next !== undefined && holds(budget.disposable, next.amount)
}

/** The instalment after the next one is a fifth larger or more. */
function risesNext(rows: Watched['rows']): boolean {
  const [next, after] = open(rows)
  return next !== undefined && (after?.amount.gte(next.amount.times(stepUp)) ?? false)
}
