import { randomUUID } from 'node:crypto'
import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, statements } from '@/db/schema'
import { lockClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { toText } from '@/lib/platform/money'
import { pdfOf } from '@/lib/platform/pdf'
import { expensePaper } from './expense-paper'
import { keepFile } from './kept-files'
import { fulfilRequests } from './receive.commands'

/** The kind of evidence that a financial statement makes. */
export const expenseDetail = 'EXPENSE_DETAIL'

/**
 * Makes the household spending detail (家庭支出明细, SE-03) of the client's latest financial statement: a paper with every
 * line, kept like any file. It is ours until the client confirms it, and goes nowhere before.
 * @throws Refusal `rule` {why: consent_withdrawn | no_statement | already_made}
 */
export const makeExpenseDetail = command({
  name: 'evidence.makeExpenseDetail',
  input: z.strictObject({ clientId: z.uuid() }),
  async run(work, { clientId }) {
    const { actor, tx, now, audit } = work
    const client = await lockClient(work, clientId)
    const statement = await latestStatement(work, clientId)
    if (statement === undefined) throw new Refusal('rule', { why: 'no_statement' })
    if (await isMade(work, statement.id)) throw new Refusal('rule', { why: 'already_made' })
    const { income, reserve, disposable, number, asOf, lines } = statement
    const paper = expensePaper({
      ...{ language: client.language, client: client.name, organisation: actor.organisationName, number, asOf, lines },
      ...{ income: toText(income), reserve: toText(reserve), disposable: toText(disposable) },
    })
    const file = await keepFile(actor.organisationId, await pdfOf(paper, now), `${paper.title}-${number}.pdf`)
    const id = randomUUID()
    await tx.insert(evidence).values({
      ...{ orgId: actor.organisationId, id, clientId, code: expenseDetail, label: paper.reference, statementId: statement.id },
      ...{ status: 'RECEIVED', issuer: 'CLIENT', receivedAt: now, createdAt: now, uploadedBy: actor.id },
      ...{ fileHash: file.sha256, fileName: file.name, fileType: file.kind, fileSize: file.size },
    })
    await fulfilRequests(work, clientId, { id, codes: [expenseDetail] })
    audit({ type: 'evidence.received', clientId, evidenceId: id, code: expenseDetail, hash: file.sha256 })
    return { id, version: 1, hash: file.sha256 }
  },
})

async function latestStatement({ tx, actor }: Work, clientId: string) {
  const [latest] = await tx
    .select()
    .from(statements)
    .where(and(eq(statements.orgId, actor.organisationId), eq(statements.clientId, clientId)))
    .orderBy(desc(statements.number))
    .limit(1)
  return latest
}

/** One that was turned back may be made once more; where it ran out, so did the figures. */
async function isMade({ tx, actor }: Work, statementId: string) {
  const made = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(...[eq(evidence.orgId, actor.organisationId), eq(evidence.statementId, statementId)], ne(evidence.status, 'REJECTED')),
    )
  return made.length > 0
}
