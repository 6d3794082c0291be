import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, debts, importRows, imports } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { followDebts } from '@/lib/debts/case-balance.commands'
import { type Import, ownImport } from './scope.queries'
import { canUndo } from './undo-days'
import { type Imported, idsIn, oneOf, workedOn } from './worked-on.queries'

/**
 * Takes an import back: the loan notes, cases and clients it made, but none that anybody has worked on since. What is kept
 * says so in its row, and the audit keeps that all of it was here.
 * @throws Refusal `rule` {why: 'import_undone'} · {why: 'undo_over'} after seven days
 */
export const undoImport = command({
  name: 'import.undo',
  input: z.strictObject({ importId: z.uuid() }),
  async run(work, { importId }) {
    const of = await ownImport(work, importId, 'lock')
    if (of.undoneAt !== null) throw new Refusal('rule', { why: 'import_undone' })
    if (!canUndo(of.at, { now: work.now, zone: work.actor.timeZone })) throw new Refusal('rule', { why: 'undo_over' })
    const rows = await importedRows(work, of)
    const gone = await takeBack(work, rows)
    await mark(work, of, gone.debts)
    const many = { debts: gone.debts.length, cases: gone.cases.length, clients: gone.clients.length }
    const kept = rows.length - many.debts
    work.audit({ type: 'import.undone', importId, ...many, kept })
    return { importId, ...many, kept }
  },
})

async function importedRows({ tx }: Work, { orgId, id }: Import): Promise<Imported[]> {
  const rows = await tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.orgId, orgId), eq(importRows.importId, id), eq(importRows.state, 'IMPORTED')))
  return rows.flatMap(({ clientId, caseId, debtId, ...row }) =>
    clientId === null || caseId === null || debtId === null ? [] : [{ ...row, clientId, caseId, debtId }],
  )
}

/** Loan notes first, then cases that nothing of the import stays in, then clients that have no case left. */
async function takeBack(work: Work, rows: readonly Imported[]) {
  const worked = await workedOn(work, rows)
  const isKept = ({ debtId, caseId, clientId }: Imported) => [debtId, caseId, clientId].some((id) => worked.has(id))
  const gone = rows.filter((row) => !isKept(row))
  const notes = idsIn(gone, 'debtId')
  const stays = new Set(idsIn(rows.filter(isKept), 'caseId'))
  const made = new Set(rows.flatMap(({ madeCase, caseId }) => (madeCase ? [caseId] : [])))
  const empty = idsIn(gone, 'caseId').filter((id) => made.has(id) && !stays.has(id))

  const orgId = work.actor.organisationId
  await work.tx.delete(debts).where(and(eq(debts.orgId, orgId), oneOf(debts.id, notes)))
  await work.tx.delete(cases).where(and(eq(cases.orgId, orgId), oneOf(cases.id, empty)))
  for (const kase of await casesLeft(work, idsIn(gone, 'caseId'))) await followDebts(work, kase)
  const madeClient = gone.filter((row) => row.madeClient)
  const alone = await withoutCase(work, idsIn(madeClient, 'clientId'))
  await work.tx.delete(clients).where(and(eq(clients.orgId, orgId), oneOf(clients.id, alone)))
  return { debts: notes, cases: empty, clients: alone }
}

const casesLeft = (work: Work, ids: readonly string[]) =>
  work.tx
    .select({ orgId: cases.orgId, id: cases.id, overlays: cases.overlays })
    .from(cases)
    .where(and(eq(cases.orgId, work.actor.organisationId), oneOf(cases.id, ids)))

async function withoutCase({ actor, tx }: Work, ids: readonly string[]) {
  const withCase = await tx
    .select({ id: cases.clientId })
    .from(cases)
    .where(and(eq(cases.orgId, actor.organisationId), oneOf(cases.clientId, ids)))
  const busy = new Set(withCase.map(({ id }) => id))
  return ids.filter((id) => !busy.has(id))
}

/** Rows that are gone name nobody any more; those that stay say that they were kept. */
async function mark({ tx, now }: Work, { orgId, id }: Import, gone: readonly string[]) {
  const taken = and(eq(importRows.orgId, orgId), eq(importRows.importId, id), eq(importRows.state, 'IMPORTED'))
  const nobody = { clientId: null, caseId: null, debtId: null, caseVersion: null }
  await tx
    .update(importRows)
    .set({ state: 'UNDONE', ...nobody })
    .where(and(taken, oneOf(importRows.debtId, gone)))
  await tx.update(importRows).set({ state: 'KEPT' }).where(taken)
  await tx
    .update(imports)
    .set({ undoneAt: now })
    .where(and(eq(imports.orgId, orgId), eq(imports.id, id)))
}
