import { and, eq, isNotNull } from 'drizzle-orm'
import { checklistRules, evidenceRequests } from '@/db/schema'
import type { HardshipType } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { type ChecklistLine, checklist } from '@/lib/evidence/checklist'
import { currentItems, servings } from '@/lib/evidence/current.queries'
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
  const items = await itemsOf(reading, kase)
  const lines = checklist(rules, cause === undefined ? [] : [cause], { items, requested: [] })
  const report = items.find(({ code, receivedAt }) => code === 'CREDIT_REPORT' && receivedAt !== null)
  return {
    required: lines.filter(({ required }) => required).map(acceptedOf),
    verified: items.filter(({ status }) => status === 'VERIFIED').map(({ code, issuer }) => ({ code, issuer })),
    creditReportOn: report?.receivedAt ? civilDateIn(report.receivedAt, actor.timeZone) : null,
  }
}

/** The kinds of which one verified paper is enough; none is while what is verified covers fewer months than asked for. */
const acceptedOf = ({ options, months, state }: ChecklistLine) => (months === null || state === 'verified' ? options : [])

/**
 * Files of the client that are here today and belong to this case or to all of them, the latest first; one that serves as
 * several kinds stands once for each, one that ran out is not here.
 */
async function itemsOf(reading: Reading, { id, clientId }: Case) {
  const items = await currentItems(reading, clientId)
  return items
    .filter(({ caseId, status }) => (caseId === null || caseId === id) && (status === 'RECEIVED' || status === 'VERIFIED'))
    .toSorted((a, b) => (b.receivedAt?.getTime() ?? 0) - (a.receivedAt?.getTime() ?? 0))
    .flatMap(servings)
}

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
