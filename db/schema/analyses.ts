import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { members } from './organisations'

/**
 * The analysis of somebody's spreadsheet, kept because they asked for it: what was asked and answered, and of which file
 * (its SHA-256). Never the rows.
 */
export const savedAnalyses = pgTable(
  'saved_analyses',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    name: text().notNull(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    rows: integer().notNull(),
    spec: jsonb().$type<unknown>().notNull(),
    /** JSON text; numbers that JSON has no word for are written as in lib/analytics/kept-result.ts. */
    result: text().notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('saved_analyses_by').on(t.orgId, t.by),
    index('saved_analyses_at').on(t.orgId, t.at),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
  ],
)
