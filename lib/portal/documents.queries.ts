import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceBundles } from '@/db/schema'
import { query } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'

/**
 * Papers that were made of what the client told, and everything that was handed to a lender in their name: to whom, for
 * what, when and which documents [domain 3.8, 9].
 */
export const documents = query({
  name: 'portal.documents',
  input: z.strictObject({}),
  async run({ actor, tx }) {
    const clientId = found(actor.clientId)
    const papers = await tx
      .select({ id: evidence.id, label: evidence.label, at: evidence.clientConfirmedAt })
      .from(evidence)
      .where(and(eq(evidence.orgId, actor.organisationId), eq(evidence.clientId, clientId), isNotNull(evidence.statementId)))
      .orderBy(desc(evidence.createdAt))
    const bundles = await tx
      .select()
      .from(evidenceBundles)
      .where(and(eq(evidenceBundles.orgId, actor.organisationId), eq(evidenceBundles.clientId, clientId)))
      .orderBy(desc(evidenceBundles.sentAt))
    return {
      papers: papers.map(({ id, label, at }) => ({ id, label, isConfirmed: at !== null })),
      bundles: bundles.map(({ id, recipient, purpose, channel, sentAt, items }) => ({
        ...{ id, recipient, purpose, channel, sentOn: civilDateIn(sentAt, actor.timeZone) },
        files: items.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
      })),
    }
  },
})
