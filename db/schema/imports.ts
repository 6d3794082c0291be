import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, instant, organisationId } from '../columns'
import { consentChannels, type FactorId, importKinds, importStates, versionOutcomes } from '../vocabulary'
import type { FactorValue } from './proposals'

/** One spreadsheet that was read in. Nothing of the file is kept but its name and what became of its rows. */
export const imports = pgTable(
  'imports',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    /** Clients with their loan notes, or outcomes of the past. */
    kind: text({ enum: importKinds }).notNull().default('CASES'),
    fileName: text().notNull(),
    total: integer().notNull(),
    /** How everybody in the file agreed to their data being processed; null for a history, which names nobody. */
    consent: text({ enum: consentChannels }),
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

/**
 * One proposal that was decided before the office came here, as a spreadsheet told it: only for the analytics, which counts it
 * beside the office's own and says so. Who it was stays out: the office's numbers are kept as digests.
 */
export const pastOutcomes = pgTable(
  'past_outcomes',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    importId: uuid().notNull(),
    line: integer().notNull(),
    person: uuid().notNull(),
    caseKey: uuid().notNull(),
    creditorId: uuid().notNull(),
    productId: uuid().notNull(),
    outcome: text({ enum: versionOutcomes }).notNull(),
    sentOn: civilDate().notNull(),
    decidedOn: civilDate(),
    /** Whether the file says that the client agreed to statistics for others. */
    agreed: boolean().notNull().default(false),
    catalogueVersion: integer().notNull(),
    values: jsonb().$type<Record<FactorId, FactorValue>>().notNull(),
    missing: jsonb().$type<Partial<Record<FactorId, string>>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('past_outcomes_once').on(t.orgId, t.caseKey, t.sentOn),
    index('past_outcomes_person').on(t.orgId, t.person),
    index('past_outcomes_import').on(t.orgId, t.importId),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }).onDelete('cascade'),
  ],
)
