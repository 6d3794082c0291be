import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports, members } from '@/db/schema'
import { seesWholeOffice } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { type Import, ownImport } from './scope.queries'
import { canUndo } from './undo-days'

/** The latest imports of the actor, or of the office for those who see all of it. */
export const listImports = query({
  name: 'import.list',
  input: z.strictObject({}),
  async run(reading) {
    const { actor, tx } = reading
    const mine = seesWholeOffice(actor) ? undefined : eq(imports.by, actor.id)
    const rows = await tx
      .select({ of: imports, by: members.name, ...counts })
      .from(imports)
      .leftJoin(members, and(eq(members.orgId, imports.orgId), eq(members.userId, imports.by)))
      .where(and(eq(imports.orgId, actor.organisationId), eq(imports.kind, 'CASES'), mine))
      .orderBy(desc(imports.at))
      .limit(20)
    return { imports: rows.map(({ of, by, ...many }) => ({ ...importView(reading, of), by: by ?? '', ...many })) }
  },
})

const countOf = (state: string) =>
  sql<number>`(select count(*)::int from import_rows r where r.org_id = ${imports.orgId} and r.import_id = ${imports.id} and r.state = ${state})`
const counts = {
  imported: countOf('IMPORTED'),
  known: countOf('KNOWN'),
  refused: countOf('REFUSED'),
  undone: countOf('UNDONE'),
  kept: countOf('KEPT'),
}

/** One import: how many rows became what, and each row with its line and, where it was refused, the reason. */
export const getImport = query({
  name: 'import.get',
  input: z.strictObject({ importId: z.uuid() }),
  async run(reading, { importId }) {
    const of = await ownImport(reading, importId)
    const rows = await reading.tx
      .select({ line: importRows.line, state: importRows.state, faults: importRows.faults })
      .from(importRows)
      .where(and(eq(importRows.orgId, of.orgId), eq(importRows.importId, of.id)))
      .orderBy(asc(importRows.line))
    const count = (state: string) => rows.filter((row) => row.state === state).length
    return {
      ...importView(reading, of),
      ...{ imported: count('IMPORTED'), known: count('KNOWN'), refused: count('REFUSED') },
      ...{ undone: count('UNDONE'), kept: count('KEPT') },
      rows,
    }
  },
})

const importView = ({ actor, now }: Reading, of: Omit<Import, 'consent'>) => ({
  ...{ importId: of.id, fileName: of.fileName, total: of.total, at: of.at.toISOString() },
  isUndone: of.undoneAt !== null,
  canUndo: of.undoneAt === null && canUndo(of.at, { now, zone: actor.timeZone }),
})
