import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports, members } from '@/db/schema'
import { query, type Reading } from '@/lib/core/query'
import { canUndo } from '@/lib/imports/undo-days'
import { type HistoryImport, historyImport } from './scope.queries'

const countOf = (state: string) =>
  sql<number>`(select count(*)::int from import_rows r where r.org_id = ${imports.orgId} and r.import_id = ${imports.id} and r.state = ${state})`
const counts = {
  imported: countOf('IMPORTED'),
  known: countOf('KNOWN'),
  refused: countOf('REFUSED'),
  undone: countOf('UNDONE'),
}

/** The latest imports of past outcomes in the office. */
export const listHistory = query({
  name: 'history.list',
  input: z.strictObject({}),
  async run(reading) {
    const { actor, tx } = reading
    const rows = await tx
      .select({ of: imports, by: members.name, ...counts })
      .from(imports)
      .leftJoin(members, and(eq(members.orgId, imports.orgId), eq(members.userId, imports.by)))
      .where(and(eq(imports.orgId, actor.organisationId), eq(imports.kind, 'HISTORY')))
      .orderBy(desc(imports.at), imports.id)
      .limit(20)
    return { imports: rows.map(({ of, by, ...many }) => ({ ...viewOf(reading, of), by: by ?? '', ...many })) }
  },
})

/** One import of past outcomes: how many rows became what, and each row that was left out with its line and the reason. */
export const getHistory = query({
  name: 'history.get',
  input: z.strictObject({ importId: z.uuid() }),
  async run(reading, { importId }) {
    const of = await historyImport(reading, importId)
    const ofImport = and(eq(importRows.orgId, of.orgId), eq(importRows.importId, of.id))
    const [many] = await reading.tx
      .select(counts)
      .from(imports)
      .where(and(eq(imports.orgId, of.orgId), eq(imports.id, of.id)))
    const rows = await reading.tx
      .select({ line: importRows.line, state: importRows.state, faults: importRows.faults })
      .from(importRows)
      .where(and(ofImport, eq(importRows.state, 'REFUSED')))
      .orderBy(asc(importRows.line))
    return { ...viewOf(reading, of), ...(many ?? { imported: 0, known: 0, refused: 0, undone: 0 }), rows }
  },
})

const viewOf = ({ actor, now }: Reading, of: HistoryImport) => ({
  ...{ importId: of.id, fileName: of.fileName, total: of.total, at: of.at.toISOString() },
  isUndone: of.undoneAt !== null,
  canUndo: of.undoneAt === null && canUndo(of.at, { now, zone: actor.timeZone }),
})
