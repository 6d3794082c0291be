import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { agreements } from '@/db/schema'
import type { Plan } from '@/db/schema/proposals'
import type { Work } from '@/lib/core/command'
import { money } from '@/lib/platform/money'

type Granted = { orgId: string; caseId: string; clientId: string; versionId: string; decisionId: string; schedule: Plan }

/**
 * Puts what the creditor granted into an agreement that waits for its paper and its receipt. Only an answer to a version
 * makes one (SD-02); a later answer replaces a draft that came of an earlier one.
 */
export async function draftAgreement({ tx, now, audit }: Work, { schedule, ...of }: Granted) {
  await dropDrafts({ tx, now }, of)
  const id = randomUUID()
  const total = money(schedule.total)
  await tx.insert(agreements).values({ ...of, id, status: 'DRAFT', schedule, total, createdAt: now })
  audit({ type: 'agreement.drafted', caseId: of.caseId, agreementId: id, total: schedule.total })
  return id
}

/** An answer that is taken back takes its draft with it. */
export const dropDrafts = ({ tx, now }: Pick<Work, 'tx' | 'now'>, { orgId, caseId }: Pick<Granted, 'orgId' | 'caseId'>) =>
  tx
    .update(agreements)
    .set({ status: 'REPLACED', endedAt: now })
    .where(and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), eq(agreements.status, 'DRAFT')))
