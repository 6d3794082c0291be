import { and, asc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { cases, creditorProducts, debts } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { expectMay } from './delegated.queries'
import { separateConsent } from './separate.queries'

/** The client's loan notes, so that each can be told what its bill shows today. */
export const myDebts = query({
  name: 'portal.debts',
  input: z.strictObject({}),
  async run(reading) {
    await expectMay(reading, 'UPLOAD')
    const clientId = found(reading.actor.clientId)
    return { debts: await debtsOf(reading, clientId), consent: await separateConsent(reading, clientId) }
  },
})

async function debtsOf({ actor, tx }: Reading, clientId: string) {
  const rows = await tx
    .select({ id: debts.id, product: creditorProducts.brand, contract: debts.contractNumber, nextDueOn: debts.nextDueOn })
    .from(debts)
    .innerJoin(cases, and(eq(cases.orgId, debts.orgId), eq(cases.id, debts.caseId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, debts.orgId), eq(creditorProducts.id, debts.productId)))
    .where(and(eq(debts.orgId, actor.organisationId), eq(debts.clientId, clientId), ne(cases.stage, 'CLOSED')))
    .orderBy(asc(debts.nextDueOn))
  return rows.map(({ contract, ...debt }) => ({ ...debt, contractTail: contract.slice(-4) }))
}
