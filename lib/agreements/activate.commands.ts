import { randomUUID } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { agreements, instalments } from '@/db/schema'
import { applyMove } from '@/lib/cases/move.commands'
import type { Work } from '@/lib/core/command'
import { money, zero } from '@/lib/platform/money'
import { saveAgreement } from './save.commands'
import type { Agreement } from './scope.queries'

/**
 * Starts an agreement once the lender's paper and the client's receipt are here, or a supervisor has let it start without
 * (SE-15): it becomes active, its ledger is opened, an earlier one of the case is replaced, and the case is monitored.
 * Until then nothing happens.
 */
export async function activateWhenReady(work: Work, agreement: Agreement): Promise<Agreement> {
  if (agreement.status !== 'DRAFT' || !isReady(agreement)) return agreement
  await replaceOthers(work, agreement)
  const active = await saveAgreement(work, agreement, { status: 'ACTIVE' })
  await openLedger(work, active)
  const { id: agreementId, caseId, overrideReason } = active
  work.audit({ type: 'agreement.activated', caseId, agreementId, overridden: active.overrideBy !== null })
  await applyMove(work, { caseId, to: 'MONITORING', reason: overrideReason })
  return active
}

const isReady = ({ writtenConfirmationId, receiptSignedAt, overrideBy }: Agreement) =>
  overrideBy !== null || (writtenConfirmationId !== null && receiptSignedAt !== null)

const replaceOthers = ({ tx, now }: Work, { orgId, caseId, id }: Agreement) =>
  tx
    .update(agreements)
    .set({ status: 'REPLACED', endedAt: now })
    .where(
      and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), eq(agreements.status, 'ACTIVE'), ne(agreements.id, id)),
    )

async function openLedger({ tx }: Work, { orgId, id, caseId, clientId, schedule }: Agreement) {
  const rows = schedule.rows.map(({ n, due, principal, interest, fees, payment }) => ({
    ...{ orgId, id: randomUUID(), agreementId: id, caseId, clientId, n, dueOn: due, paid: zero },
    ...{ principal: money(principal), interest: money(interest), fees: money(fees), amount: money(payment) },
  }))
  await tx.insert(instalments).values(rows)
}
