import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, creditors, debts, evidence } from '@/db/schema'
import { visibleTo } from '@/lib/cases/scope'
import { readClient } from '@/lib/clients/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import { toText } from '@/lib/platform/money'
import { owedOf } from './buckets'

/**
 * Every loan note of a client that this person may see, whichever lender it is with, each with the loan contracts that were
 * handed in for it (SE-06). Amounts CNY as text.
 */
export const listDebtsOfClient = query({
  name: 'debt.ofClient',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(reading, { clientId }) {
    await readClient(reading, clientId, 'debts')
    const contracts = await contractsOf(reading, clientId)
    const rows = await notesOf(reading, clientId)
    return {
      debts: rows.map(({ debt, caseNo, creditor }) => ({
        id: debt.id,
        caseId: debt.caseId,
        caseNo,
        creditor,
        contractTail: debt.contractNumber.slice(-4),
        owed: toText(owedOf(debt)),
        contracts: contracts.flatMap(({ id, debtId }) => (debtId === debt.id ? [id] : [])),
      })),
    }
  },
})

const notesOf = ({ actor, tx }: Reading, clientId: string) =>
  tx
    .select({ debt: debts, caseNo: cases.number, creditor: creditors.shortName })
    .from(debts)
    .innerJoin(cases, and(eq(cases.orgId, debts.orgId), eq(cases.id, debts.caseId)))
    .innerJoin(creditors, and(eq(creditors.orgId, cases.orgId), eq(creditors.id, cases.creditorId)))
    .where(and(eq(debts.orgId, actor.organisationId), eq(debts.clientId, clientId), visibleTo(actor)))
    .orderBy(asc(cases.serial), asc(debts.startedOn), asc(debts.id))

const contractsOf = ({ actor, tx }: Reading, clientId: string) =>
  tx
    .select({ id: evidence.id, debtId: evidence.debtId })
    .from(evidence)
    .where(and(eq(evidence.orgId, actor.organisationId), eq(evidence.clientId, clientId)))

export type DebtOfClient = Awaited<ReturnType<typeof listDebtsOfClient>>['debts'][number]
