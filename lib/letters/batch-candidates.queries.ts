import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, creditorProducts, letters, proposalVersions } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { query, type Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'

/**
 * The cases a reminder may be written for: a proposal went out and is not answered. Of one product, or overdue ones only,
 * where asked; each with the day it was last reminded, so that nobody is reminded twice unawares.
 */
export const batchCandidates = query({
  name: 'letterBatch.candidates',
  input: z.strictObject({ productId: z.uuid().optional(), isOverdue: z.boolean().optional() }),
  async run(reading, { productId, isOverdue = false }) {
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const rows = await waitingCases(reading, { productId, before: isOverdue ? today : undefined })
    return {
      today,
      cases: rows.map(({ sentAt, remindedAt, ...row }) => ({
        ...row,
        sentOn: sentAt === null ? null : civilDateIn(sentAt, reading.actor.timeZone),
        remindedOn: remindedAt === null ? null : civilDateIn(new Date(remindedAt), reading.actor.timeZone),
      })),
      products: await productsOf(reading),
    }
  },
})

type Wish = { productId: string | undefined; before: string | undefined }

const reminded = sql<string | null>`(select max(${letters.at}) from ${letters}
  where ${letters.orgId} = ${cases.orgId} and ${letters.caseId} = ${cases.id} and ${letters.state} = 'WRITTEN')`

function waitingCases({ actor, tx }: Reading, { productId, before }: Wish) {
  return tx
    .select({
      ...{ caseId: cases.id, number: cases.number, name: clients.maskedName, product: creditorProducts.brand },
      ...{ sentAt: proposalVersions.sentAt, expectedReplyBy: proposalVersions.expectedReplyBy, remindedAt: reminded },
    })
    .from(cases)
    .innerJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .innerJoin(
      proposalVersions,
      and(
        ...[eq(proposalVersions.orgId, cases.orgId), eq(proposalVersions.caseId, cases.id)],
        ...[eq(proposalVersions.outcome, 'PENDING'), isNotNull(proposalVersions.sentAt)],
      ),
    )
    .where(
      and(
        ...[eq(cases.orgId, actor.organisationId), eq(cases.stage, 'SUBMITTED'), visibleTo(actor)],
        productId === undefined ? undefined : eq(cases.productId, productId),
        before === undefined ? undefined : lt(proposalVersions.expectedReplyBy, before),
      ),
    )
    .orderBy(asc(proposalVersions.expectedReplyBy), asc(cases.number))
    .limit(200)
}

const productsOf = ({ actor, tx }: Reading) =>
  tx
    .select({ productId: creditorProducts.id, brand: creditorProducts.brand })
    .from(creditorProducts)
    .where(eq(creditorProducts.orgId, actor.organisationId))
    .orderBy(desc(creditorProducts.brand))
    .limit(200)
