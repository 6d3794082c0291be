import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { consentChannels, importStates } from '../vocabulary'

/** One spreadsheet that was read in. Nothing of the file is kept but its name and what became of its rows. */
export const imports = pgTable(
  'imports',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    fileName: text().notNull(),
    total: integer().notNull(),
    /** How everybody in the file agreed to their data being processed. */
    consent: text({ enum: consentChannels }).notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('imports_at').on(t.orgId, t.at)],
)

/** What became of one row: its line in the file, never its content. */
export const importRows = pgTable(
  'import_rows',
  {
    orgId: organisationId(),
    importId: uuid().notNull(),
    line: integer().notNull(),
    state: text({ enum: importStates }).notNull(),
    /** SHA-256 of what the row says, so that the same row is not taken in twice; empty where it was refused. */
    fingerprint: text().notNull().default(''),
    faults: jsonb().$type<{ field: string; fault: string }[]>().notNull().default([]),
    clientId: uuid(),
    caseId: uuid(),
    debtId: uuid(),
    madeClient: boolean().notNull().default(false),
    madeCase: boolean().notNull().default(false),
    /** The version of the case after this row: a later one means that somebody went on with it. */
    caseVersion: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.line] }),
    uniqueIndex('import_rows_once').on(t.orgId, t.fingerprint).where(sql`${t.state} = 'IMPORTED'`),
    index('import_rows_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }).onDelete('cascade'),
  ],
)
