import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports } from '@/db/schema'
import { consentChannels } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { requiredLine, whole } from '@/lib/platform/fields'
import { groundOf } from './ground.queries'
import { mostRows, rowsAtOnce, rowsInput, type SentRow } from './input'
import { takenIn } from './on-file.queries'
import { type Ground, resolve } from './resolve'
import { readRow } from './row'
import { type Import, ownImport } from './scope.queries'
import { type Outcome, writeRow } from './write-row.commands'

/** Begins to take a spreadsheet in; its rows follow in calls of their own, and nothing else of the file is kept. */
export const startImport = command({
  name: 'import.start',
  input: z.strictObject({
    fileName: requiredLine(200),
    total: whole(1, mostRows),
    /** How everybody in the file agreed to their data being processed (PIPL 13): said by whoever reads it in. */
    consent: z.enum(consentChannels, 'required'),
  }),
  async run({ actor, tx, now, audit }, { fileName, total, consent }) {
    const id = randomUUID()
    await tx.insert(imports).values({ orgId: actor.organisationId, id, fileName, total, consent, by: actor.id, at: now })
    audit({ type: 'import.started', importId: id, total })
    return { importId: id }
  },
})

/**
 * Takes the next rows of a spreadsheet in, each wholly or not at all. A row that was sent before is answered as it was then;
 * one that says what a row said before (in any file) is known and makes nothing.
 * @throws Refusal `rule` {why: 'import_undone'}
 */
export const writeRows = command({
  name: 'import.write',
  input: z.strictObject({ importId: z.uuid(), rows: rowsInput(rowsAtOnce) }),
  async run(work, { importId, rows }) {
    const of = await ownImport(work, importId, 'lock')
    if (of.undoneAt !== null) throw new Refusal('rule', { why: 'import_undone' })
    const before = await answered(work, of, rows)
    const ground = await groundOf(work)
    for (const sent of rows) if (!before.has(sent.line)) await take(work, of, { sent, ground })
    const after = await answered(work, of, rows)
    const count = (state: Row['state']) => [...after.values()].filter((row) => row.state === state).length
    work.audit({
      type: 'import.written',
      importId,
      imported: count('IMPORTED'),
      known: count('KNOWN'),
      refused: count('REFUSED'),
    })
    return { rows: [...after.values()].map(({ line, state, faults }) => ({ line, state, faults })) }
  },
})

type Row = typeof importRows.$inferSelect

async function answered({ tx }: Work, { orgId, id }: Import, rows: readonly SentRow[]): Promise<Map<number, Row>> {
  const lines = rows.map(({ line }) => line)
  const found = await tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.orgId, orgId), eq(importRows.importId, id), inArray(importRows.line, lines)))
    .orderBy(asc(importRows.line))
  return new Map(found.map((row) => [row.line, row]))
}

async function take(work: Work, of: Import, { sent, ground }: { sent: SentRow; ground: Ground }) {
  const read = readRow(sent.values, civilDateIn(work.now, work.actor.timeZone))
  const place = 'row' in read ? resolve(read.row, ground) : undefined
  const fingerprint = 'row' in read ? read.row.fingerprint : ''
  const outcome = await outcomeOf()
  const made = outcome.state === 'IMPORTED' ? outcome.made : {}
  const faults = outcome.state === 'REFUSED' ? outcome.faults : []
  await work.tx
    .insert(importRows)
    .values({ orgId: of.orgId, importId: of.id, line: sent.line, state: outcome.state, fingerprint, faults, ...made })

  async function outcomeOf(): Promise<Outcome> {
    if ('faults' in read) return { state: 'REFUSED', faults: read.faults }
    if (place === undefined || 'faults' in place) return { state: 'REFUSED', faults: place?.faults ?? [] }
    if ((await takenIn(work, [read.row])).size > 0) return { state: 'KNOWN' }
    return writeRow(work, of, { row: read.row, place })
  }
}
