import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { recordKinds } from '../vocabulary-protection'
import { members } from './organisations'

/**
 * Assessments and incidents as an office wrote them down: each change is a further version, and none is ever changed or
 * removed [PIPL 56: kept three years at least]. What they say is in lib/protection/facts.ts.
 */
export const protectionRecords = pgTable(
  'protection_records',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    version: integer().notNull(),
    kind: text({ enum: recordKinds }).notNull(),
    facts: jsonb().$type<unknown>().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id, t.version] }),
    index('protection_records_saved_by').on(t.orgId, t.savedBy),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
  ],
)
