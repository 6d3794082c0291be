import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { checklistRules, evidenceRequests, hardships } from '@/db/schema'
import { readClient } from '@/lib/clients/scope.queries'
import { mayReadSensitive } from '@/lib/clients/sensitive.queries'
import { query, type Reading } from '@/lib/core/query'
import { checklist, completenessOf } from './checklist'
import { type CurrentItem, currentItems, servings } from './current.queries'
import { typesOf } from './kinds.queries'

/**
 * What a client has handed in, what was asked for, and the checklist that follows from their hardship. Medical items show
 * that they exist; their name, label and file need a grant.
 */
export const listEvidence = query({
  name: 'evidence.list',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await readClient(reading, clientId, 'evidence')
    const types = await typesOf(reading)
    const mayReadMedical = await mayReadSensitive(reading, clientId)
    const items = await currentItems(reading, clientId)
    const requests = await requestsOf(reading, clientId)
    const open = requests.filter((request) => request.fulfilledAt === null)
    const lines = checklist(await rulesOf(reading), await causesOf(reading, clientId), {
      items: items.flatMap(servings),
      requested: open.map((request) => request.code),
    })
    return {
      items: items.map((item) => shown(item, item.type.sensitive !== 'MEDICAL' || mayReadMedical)),
      requests,
      checklist: lines,
      completeness: completenessOf(lines),
      types,
    }
  },
})

const shown = (item: CurrentItem, mayOpen: boolean) => ({
  id: item.id,
  caseId: item.caseId,
  code: item.code,
  alsoFor: item.alsoFor,
  status: item.status,
  label: mayOpen ? item.label : '',
  issuer: item.issuer,
  coversFrom: item.coversFrom,
  coversTo: item.coversTo,
  expiresOn: item.lastDay,
  debtId: item.debtId,
  statementId: item.statementId,
  isGenerated: item.statementId !== null,
  clientConfirmedAt: item.clientConfirmedAt?.toISOString() ?? null,
  isSensitive: item.type.sensitive !== 'NONE',
  fileName: mayOpen ? item.fileName : '',
  fileType: item.fileType,
  fileSize: item.fileSize,
  fileHash: item.fileHash,
  hasPreview: item.previewHash !== null,
  mayOpen,
  rejectReason: item.rejectReason,
  receivedAt: item.receivedAt?.toISOString() ?? null,
  version: item.version,
})

const rulesOf = ({ actor, tx }: Reading) =>
  tx
    .select()
    .from(checklistRules)
    .where(eq(checklistRules.orgId, actor.organisationId))
    .orderBy(asc(checklistRules.group), asc(checklistRules.evidenceCode))

async function causesOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({ type: hardships.type })
    .from(hardships)
    .where(and(eq(hardships.orgId, actor.organisationId), eq(hardships.clientId, clientId)))
  return [...new Set(rows.map((row) => row.type))]
}

async function requestsOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select()
    .from(evidenceRequests)
    .where(and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.clientId, clientId)))
    .orderBy(asc(evidenceRequests.deadline), asc(evidenceRequests.createdAt))
  return rows.map(({ orgId, clientId: _, fulfilledAt, createdAt, ...request }) => ({
    ...request,
    fulfilledAt: fulfilledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }))
}
