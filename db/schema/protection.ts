import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId, words } from '../columns'
import { type DataKind, type NoticeText, recordKinds } from '../vocabulary-protection'
import { clients } from './clients'
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

/**
 * What a client was told of an incident, once, in both languages [PIPL 57]. Each has the words of their own, so that they are
 * told, taken along and erased with everything else of theirs; what was said is never changed.
 */
export const incidentNotices = pgTable(
  'incident_notices',
  {
    orgId: organisationId(),
    incidentId: uuid().notNull(),
    clientId: uuid().notNull(),
    dataKinds: words().$type<DataKind[]>(),
    zh: jsonb().$type<NoticeText>().notNull(),
    en: jsonb().$type<NoticeText>().notNull(),
    sentBy: uuid().notNull(),
    sentAt: instant().notNull(),
    /** When the mail about it was thought of: none may have gone out, where there is no address. */
    mailedAt: instant(),
    /** When the client first opened it. */
    readAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.incidentId, t.clientId] }),
    index('incident_notices_client').on(t.orgId, t.clientId),
    index('incident_notices_to_mail').on(t.orgId, t.clientId).where(sql`${t.mailedAt} is null`),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)
