import { and, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { checklistRules, evidence, evidenceRequests } from '@/db/schema'
import type { HardshipType } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { checklist } from '@/lib/evidence/checklist'
import { civilDateIn } from '@/lib/platform/dates'
import type { FactorFacts } from './facts'

/** What the primary cause asks for, what of it is verified, and the day of the latest credit report. */
export async function evidenceFacts(
  reading: Reading,
  kase: Case,
  cause: HardshipType | undefined,
): Promise<FactorFacts['evidence']> {
  const { tx, actor } = reading
  const rules = await tx.select().from(checklistRules).where(eq(checklistRules.orgId, kase.orgId))
  const lines = checklist(rules, cause === undefined ? [] : [cause], { items: [], requested: [] })
  const items = await itemsOf(reading, kase)
  const report = items.find(({ code, receivedAt }) => code === 'CREDIT_REPORT' && receivedAt !== null)
  return {
    required: lines.filter(({ required }) => required).map(({ options }) => options),
    verified: items.filter(({ status }) => status === 'VERIFIED').map(({ code, issuer }) => ({ code, issuer })),
    creditReportOn: report?.receivedAt ? civilDateIn(report.receivedAt, actor.timeZone) : null,
  }
}

/** Files of the client that are here and belong to this case or to all of them, the latest first. */
const itemsOf = ({ tx }: Reading, { orgId, id, clientId }: Case) =>
  tx
    .select({ code: evidence.code, issuer: evidence.issuer, status: evidence.status, receivedAt: evidence.receivedAt })
    .from(evidence)
    .where(
      and(
        eq(evidence.orgId, orgId),
        eq(evidence.clientId, clientId),
        or(isNull(evidence.caseId), eq(evidence.caseId, id)),
        inArray(evidence.status, ['RECEIVED', 'VERIFIED']),
      ),
    )
    .orderBy(desc(evidence.receivedAt))

/** What was asked of the client with a deadline, and when it was met. */
export async function requestFacts({ tx, actor }: Reading, { orgId, id }: Case): Promise<FactorFacts['requests']> {
  const rows = await tx
    .select({ deadline: evidenceRequests.deadline, fulfilledAt: evidenceRequests.fulfilledAt })
    .from(evidenceRequests)
    .where(and(eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.caseId, id), isNotNull(evidenceRequests.deadline)))
  return rows.flatMap(({ deadline, fulfilledAt }) =>
    deadline === null ? [] : [{ deadline, fulfilledOn: fulfilledAt === null ? null : civilDateIn(fulfilledAt, actor.timeZone) }],
  )
}
