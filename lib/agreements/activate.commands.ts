import { randomUUID } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { agreements, instalments } from '@/db/schema'
import type { AgreedNote } from '@/db/schema/agreements'
import { applyMove } from '@/lib/cases/move.commands'
import type { Work } from '@/lib/core/command'
import { money, zero } from '@/lib/platform/money'
import { leftOf, paidOf, planLeft } from './left'
import { mergePlans } from './merge-plans'
import { saveAgreement } from './save.commands'
import { type Agreement, instalmentsOf } from './scope.queries'

/**
 * Starts an agreement once the lender's paper and the client's receipt are here, or a supervisor has let it start without
 * (SE-15): it becomes active, its ledger is opened, an earlier one of the case is replaced, and the case is monitored. What
 * the earlier one still asks for on loan notes that the new one says nothing of goes on as agreed, as part of the new one.
 * Until then nothing happens.
 */
export async function activateWhenReady(work: Work, agreement: Agreement): Promise<Agreement> {
  if (agreement.status !== 'DRAFT' || !isReady(agreement)) return agreement
  const whole = withCarried(agreement, await carriedOver(work, agreement))
  await replaceOthers(work, agreement)
  const active = await saveAgreement(work, agreement, { ...whole, status: 'ACTIVE' })
  await openLedger(work, active)
  const { id: agreementId, caseId, overrideReason } = active
  work.audit({ type: 'agreement.activated', caseId, agreementId, overridden: active.overrideBy !== null })
  await applyMove(work, { caseId, to: 'MONITORING', reason: overrideReason })
  return active
}

const isReady = ({ writtenConfirmationId, receiptSignedAt, overrideBy }: Agreement) =>
  overrideBy !== null || (writtenConfirmationId !== null && receiptSignedAt !== null)

const others = ({ orgId, caseId, id }: Agreement) =>
  and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), eq(agreements.status, 'ACTIVE'), ne(agreements.id, id))

const replaceOthers = ({ tx, now }: Work, agreement: Agreement) =>
  tx.update(agreements).set({ status: 'REPLACED', endedAt: now }).where(others(agreement))

/** Loan notes of the agreement that runs which the new one says nothing of, with what is still to pay for them. */
async function carriedOver({ tx }: Work, agreement: Agreement): Promise<AgreedNote[]> {
  const carried: AgreedNote[] = []
  for (const running of await tx.select().from(agreements).where(others(agreement)))
    for (const { rows, isTyped: _, paymentOrder: __, ...note } of leftOf(running, await instalmentsOf({ tx }, running)))
      if (rows.length > 0 && !agreement.notes.some(({ debtId }) => debtId === note.debtId))
        carried.push({ ...note, plan: planLeft(rows), paidEarly: paidOf(rows) })
  return carried
}

function withCarried({ notes, schedule, negotiated }: Agreement, carried: readonly AgreedNote[]) {
  if (notes.length === 0 || carried.length === 0) return {}
  const plans = carried.map(({ plan }) => plan)
  const whole = mergePlans([schedule, ...plans])
  return {
    ...{ notes: [...notes, ...carried], schedule: whole, total: money(whole.total) },
    negotiated: negotiated === null ? null : mergePlans([negotiated, ...plans]),
  }
}

async function openLedger({ tx }: Work, { orgId, id, caseId, clientId, schedule }: Agreement) {
  const rows = schedule.rows.map(({ n, due, principal, interest, fees, payment }) => ({
    ...{ orgId, id: randomUUID(), agreementId: id, caseId, clientId, n, dueOn: due, paid: zero },
    ...{ principal: money(principal), interest: money(interest), fees: money(fees), amount: money(payment) },
  }))
  await tx.insert(instalments).values(rows)
}
