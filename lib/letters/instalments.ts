import { fen, greatest, type Money, zero } from '@/lib/platform/money'
import type { LetterFacts, PlanRow } from './facts'

type Compared = Pick<LetterFacts, 'proposal' | 'debt'>

export const dearest = (rows: readonly PlanRow[]): Money => rows.reduce((most, { payment }) => greatest(most, payment), zero)

/** Whether no instalment of the plan asked for is below the present one: a letter to lower it would be untrue. */
export function lowersNothing({ proposal, debt: { instalment } }: Compared): boolean {
  const rows = proposal?.plan.rows ?? []
  return instalment !== undefined && rows.length > 0 && rows.every(({ payment }) => payment.gte(instalment))
}

/** Whether one of its instalments is above the present one, by more than rounding: the first with what is overdue, or a last one. */
export function risesOnce({ proposal, debt: { instalment } }: Compared): boolean {
  const rows = proposal?.plan.rows ?? []
  return instalment !== undefined && dearest(rows).minus(instalment).gt(fen.times(rows.length))
}
