import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { agreements } from '@/db/schema'
import type { AgreedNote } from '@/db/schema/agreements'
import type { Work } from '@/lib/core/command'
import { money } from '@/lib/platform/money'
import { mergePlans } from './merge-plans'

type Granted = { orgId: string; caseId: string; clientId: string; versionId: string; decisionId: string; notes: AgreedNote[] }

/**
 * Puts what the creditor granted into an agreement that waits for its paper and its receipt. Only an answer to a version
 * makes one (SD-02); a later answer replaces a draft that came of an earlier one.
 */
export async function draftAgreement({ tx, now, audit }: Work, { notes, ...of }: Granted) {
  await dropDrafts({ tx, now }, of)
  const id = randomUUID()
  const schedule = mergePlans(notes.map(({ plan }) => plan))
  const total = money(schedule.total)
  await tx.insert(agreements).values({ ...of, id, status: 'DRAFT', notes, schedule, total, createdAt: now })
  audit({ type: 'agreement.drafted', caseId: of.caseId, agreementId: id, total: schedule.total })
  return id
}

/** An answer that is taken back takes its draft with it. */
export const dropDrafts = ({ tx, now }: Pick<Work, 'tx' | 'now'>, { orgId, caseId }: Pick<Granted, 'orgId' | 'caseId'>) =>
  tx
    .update(agreements)
    .set({ status: 'REPLACED', endedAt: now })
    .where(and(eq(agreements.orgId, orgId), eq(agreements.caseId, caseId), eq(agreements.status, 'DRAFT')))
