import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { draftForms } from '../vocabulary'
import { cases } from './cases'

/** What somebody is typing into a form of a case, until it is done: theirs alone, and gone with the case. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    orgId: organisationId(),
    userId: uuid().notNull(),
    caseId: uuid().notNull(),
    form: text({ enum: draftForms }).notNull(),
    clientId: uuid().notNull(),
    /** As typed, by the name of the field. */
    values: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId, t.caseId, t.form] }),
    index('form_drafts_case').on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
