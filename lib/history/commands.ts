import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports, pastOutcomes } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { canUndo } from '@/lib/imports/undo-days'
import { civilDateIn } from '@/lib/platform/dates'
import { requiredLine, whole } from '@/lib/platform/fields'
import { historyRows, mostHistory, type SentHistory } from './input'
import { type Looked, lookedAt, type Placed } from './known.queries'
import { type HistoryImport, historyImport } from './scope.queries'

/** Begins to take past outcomes in; their rows follow in calls of their own, and nothing else of the file is kept. */
export const startHistory = command({
  name: 'history.start',
  input: z.strictObject({
    fileName: requiredLine(200),
    total: whole(1, mostHistory),
    /** Every column was known on the day of sending: a fact found out afterwards would tell the answer (domain.md 2.7). */
    knownWhenSent: z.literal(true, 'required'),
  }),
  async run({ actor, tx, now, audit }, { fileName, total }) {
    const id = randomUUID()
    const of = { orgId: actor.organisationId, id, kind: 'HISTORY' as const, consent: null }
    await tx.insert(imports).values({ ...of, fileName, total, by: actor.id, at: now })
    audit({ type: 'history.started', importId: id, total })
    return { importId: id }
  },
})

/**
 * Takes the next rows in. A row that was sent before is answered as it was then; one that says what a row said before (in any
 * file) is known and makes nothing. What is taken in never changes.
 * @throws Refusal `rule` {why: 'import_undone'}
 */
export const writeHistory = command({
  name: 'history.write',
  input: z.strictObject({ importId: z.uuid(), rows: historyRows }),
  async run(work, { importId, rows }) {
    const of = await historyImport(work, importId, 'lock')
    if (of.undoneAt !== null) throw new Refusal('rule', { why: 'import_undone' })
    const before = new Set((await answered(work, of, rows)).map(({ line }) => line))
    const fresh = rows.filter(({ line }, index) => !before.has(line) && rows.findIndex((one) => one.line === line) === index)
    await keep(work, of, await lookedAt(work, fresh, civilDateIn(work.now, work.actor.timeZone)))
    const after = await answered(work, of, rows)
    const count = (state: string) => after.filter((row) => row.state === state).length
    const counts = { imported: count('IMPORTED'), known: count('KNOWN'), refused: count('REFUSED') }
    work.audit({ type: 'history.written', importId, ...counts })
    return { rows: after }
  },
})

const answered = ({ tx }: Work, { orgId, id }: HistoryImport, rows: readonly SentHistory[]) =>
  tx
    .select({ line: importRows.line, state: importRows.state, faults: importRows.faults })
    .from(importRows)
    .where(
      and(
        ...[eq(importRows.orgId, orgId), eq(importRows.importId, id)],
        inArray(
          importRows.line,
          rows.map(({ line }) => line),
        ),
      ),
    )
    .orderBy(asc(importRows.line))

async function keep({ tx }: Work, { orgId, id: importId }: HistoryImport, looked: readonly Looked[]) {
  const outcomes = looked.flatMap((one) => ('fit' in one ? [{ orgId, importId, ...kept(one.line, one.fit) }] : []))
  if (outcomes.length > 0) await tx.insert(pastOutcomes).values(outcomes)
  const rows = looked.map((one) => ({ orgId, importId, line: one.line, ...becameOf(one) }))
  if (rows.length > 0) await tx.insert(importRows).values(rows)
}

function becameOf(one: Looked) {
  if ('faults' in one) return { state: 'REFUSED' as const, fingerprint: '', faults: one.faults }
  if ('known' in one) return { state: 'KNOWN' as const, fingerprint: '', faults: [] }
  return { state: 'IMPORTED' as const, fingerprint: one.fit.row.fingerprint, faults: [] }
}

function kept(line: number, { row, creditorId, productId }: Placed) {
  const { outcome, sentOn, decidedOn, person, caseKey, agreed, factors } = row
  const values = { ...factors.values, 'F-25': { creditor: creditorId, product: productId } }
  const { 'F-25': _, ...missing } = factors.missing
  return {
    ...{ id: randomUUID(), line, person, caseKey, creditorId, productId, outcome, sentOn, decidedOn, agreed },
    ...{ catalogueVersion, values, missing },
  }
}

/**
 * Takes an import of past outcomes back, for seven days. Nobody can have worked on them: all of them go.
 * @throws Refusal `rule` {why: 'import_undone'} · {why: 'undo_over'} after seven days
 */
export const undoHistory = command({
  name: 'history.undo',
  input: z.strictObject({ importId: z.uuid() }),
  async run(work, { importId }) {
    const of = await historyImport(work, importId, 'lock')
    if (of.undoneAt !== null) throw new Refusal('rule', { why: 'import_undone' })
    if (!canUndo(of.at, { now: work.now, zone: work.actor.timeZone })) throw new Refusal('rule', { why: 'undo_over' })
    const mine = and(eq(pastOutcomes.orgId, of.orgId), eq(pastOutcomes.importId, of.id))
    const gone = await work.tx.delete(pastOutcomes).where(mine).returning({ id: pastOutcomes.id })
    await work.tx
      .update(importRows)
      .set({ state: 'UNDONE' })
      .where(and(eq(importRows.orgId, of.orgId), eq(importRows.importId, of.id), eq(importRows.state, 'IMPORTED')))
    await work.tx
      .update(imports)
      .set({ undoneAt: work.now })
      .where(and(eq(imports.orgId, of.orgId), eq(imports.id, of.id)))
    work.audit({ type: 'history.undone', importId, outcomes: gone.length })
    return { importId, outcomes: gone.length }
  },
})
