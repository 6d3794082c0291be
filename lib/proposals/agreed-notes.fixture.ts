import type { AgreedNote } from '@/db/schema/agreements'
import type { ReliefLine } from '@/db/schema/proposals'
import type { Treatment } from '@/db/vocabulary'
import { leftOf } from '@/lib/agreements/left'
import { mergePlans } from '@/lib/agreements/merge-plans'
import { noteGranted } from '@/lib/decisions/terms-granted'
import { money } from '@/lib/platform/money'
import type { DebtSheet } from './debt-sheet'
import { underAgreement } from './under-agreement'
import { workOut } from './work-out'

export const none = { overduePrincipal: '0.00', interest: '0.00', overdueInterest: '0.00' }
export const recorded: DebtSheet = {
  ...{ debtId: 'a', version: 1, contractTail: '0001', lender: '' },
  buckets: { ...none, principal: '12000.00', penaltyPrincipal: '300.00', penaltyInterest: '0.00', fees: '0.00' },
  ...{ owed: '12300.00', dailyPercent: '0.04', method: 'EQUAL_INSTALMENT' },
  ...{ remainingPeriods: 6, nextDueOn: '2026-12-05', endsOn: '2027-05-05' },
}
export const day = '2026-11-21'
export const waiver: ReliefLine = { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '100' }
export const asked = (reliefs: ReliefLine[], sheet = recorded) => ({
  debtId: sheet.debtId,
  reliefs,
  treatment: 'FIRST_INSTALMENT' as const,
})

/** A note as its creditor granted what was asked, all of it. */
export function granted(reliefs: ReliefLine[], sheet = recorded, treatment: Treatment = 'FIRST_INSTALMENT'): AgreedNote {
  const [line] = workOut([sheet], [{ ...asked(reliefs, sheet), treatment }], { surplus: null, from: day }).lines
  if (line === undefined) throw new Error('not worked out')
  const [note] = noteGranted({ asked: line, sheet, result: 'ACCEPTED', granted: [] }, day)
  if (note === undefined) throw new Error('not granted')
  return note
}

export const order = 'COSTS_INTEREST_PRINCIPAL' as const
export const agreed = (notes: AgreedNote[]) => ({ notes, negotiated: null, paymentOrder: order })
export const ledgerOf = (notes: AgreedNote[], paid: readonly string[] = []) =>
  mergePlans(notes.map(({ plan }) => plan)).rows.map(({ due, payment }, index) => ({
    ...{ dueOn: due, amount: money(payment), paid: money(paid[index] ?? '0') },
  }))
export const stand = (today: string, isBilled = false) => ({ today, isBilled })
export const leftAfter = (notes: AgreedNote[], paid: readonly string[], today: string, isBilled = false) =>
  leftOf(agreed(notes), ledgerOf(notes, paid)).map((left) =>
    underAgreement({ ...recorded, debtId: left.debtId }, left, stand(today, isBilled)),
  )
