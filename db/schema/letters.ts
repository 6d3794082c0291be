import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId, version, words } from '../columns'
import { contactChannels, letterKinds, letterStates, locales } from '../vocabulary'
import { cases } from './cases'

/**
 * An organisation's own wording of a letter. Number 1 is what the product ships and has no row; what is published here
 * counts from 2 and never changes again (a trigger refuses it). The one without a number is the draft.
 */
export const letterTemplates = pgTable(
  'letter_templates',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    kind: text({ enum: letterKinds }).notNull(),
    locale: text({ enum: locales }).notNull(),
    number: integer(),
    title: text().notNull(),
    salutation: text().notNull(),
    body: text().notNull(),
    signature: text().notNull(),
    /** SHA-256 of the four parts. */
    hash: text().notNull(),
    /** What changed, in the words of who published it. */
    note: text().notNull().default(''),
    by: uuid().notNull(),
    at: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('letter_templates_number').on(t.orgId, t.kind, t.locale, t.number),
    uniqueIndex('letter_templates_draft').on(t.orgId, t.kind, t.locale).where(sql`${t.number} is null`),
  ],
)

/** Letters of one kind for many cases, written a few at a time by whoever looks at them. */
export const letterBatches = pgTable(
  'letter_batches',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    kind: text({ enum: letterKinds }).notNull(),
    locale: text({ enum: locales }).notNull(),
    total: integer().notNull(),
    /** How its letters go out, each logged as a contact when it is written; null where that is recorded later. */
    channel: text({ enum: contactChannels }),
    by: uuid().notNull(),
    at: instant().notNull(),
    finishedAt: instant(),
    cancelledAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('letter_batches_at').on(t.orgId, t.at)],
)

/**
 * One letter of a case, alone in its batch or one of many: waiting, written for good (text, what it was made with, to whom,
 * with which files), or left out and why. When and how it went out is the contact that names it.
 */
export const letters = pgTable(
  'letters',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    batchId: uuid().notNull(),
    position: integer().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    state: text({ enum: letterStates }).notNull().default('WAITING'),
    why: text().notNull().default(''),
    /** Kind, template version and hash, language and day: what it was written with. */
    stamp: text().notNull().default(''),
    title: text().notNull().default(''),
    text: text().notNull().default(''),
    hash: text().notNull().default(''),
    /** SHA-256 of the PDF among the kept files. */
    file: text().notNull().default(''),
    /** Whom it is to, in full; empty for papers that stay with the client, and in letters of before it was kept. */
    recipient: text().notNull().default(''),
    /** Ids of the evidence it encloses. */
    enclosed: words(),
    /** Variables that were not recorded where a letter was left out for its gaps. */
    lacks: words(),
    /** The one contact by a collector that a complaint is about. */
    conductEntryId: uuid(),
    by: uuid(),
    at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('letters_position').on(t.orgId, t.batchId, t.position),
    index('letters_case').on(t.orgId, t.caseId),
    uniqueIndex('letters_complaint').on(t.orgId, t.conductEntryId),
    foreignKey({ columns: [t.orgId, t.batchId], foreignColumns: [letterBatches.orgId, letterBatches.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
