import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, organisationId, personal, words } from '../columns'
import { locales } from '../vocabulary'
import { staffMailKinds } from '../vocabulary-jobs'
import { circumstanceKinds, type MailKind, mailFailures, mailKinds } from '../vocabulary-portal'
import { cases } from './cases'
import { clients } from './clients'
import { members } from './organisations'

/** A way in for one client or delegate: a link and, told by another way, a six-digit code. Only hashes are kept. */
export const invitations = pgTable(
  'invitations',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    /** The account it opens; made when it is first used. */
    userId: uuid(),
    /** The delegation it opens; null for the client's own way in. */
    delegationId: uuid(),
    linkHash: text().notNull(),
    codeHash: text().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
    /** The client opened an expired link and asked for a new one. */
    renewalAskedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('invitations_link').on(t.linkHash),
    index('invitations_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** A phone or computer that proved itself once: for thirty days it needs no code. */
export const devices = pgTable(
  'devices',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    userId: uuid().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    userAgent: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('devices_token').on(t.tokenHash),
    index('devices_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** A six-digit code that goes with a typed name: together they are the signature. Short-lived, used once. */
export const signingCodes = pgTable(
  'signing_codes',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    codeHash: text().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('signing_codes_client').on(t.orgId, t.clientId, t.createdAt),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** What client and office write to each other about one case. Internal notes are elsewhere and never come here. */
export const messages = pgTable(
  'messages',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    fromClient: boolean().notNull(),
    author: uuid().notNull(),
    body: text().notNull(),
    evidenceId: uuid(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('messages_case').on(t.orgId, t.caseId, t.at),
    index('messages_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

/**
 * Mails to be sent, to a client or a colleague, written in the transaction that causes them. No name, amount or number in
 * subject or text.
 */
export const outbox = pgTable(
  'outbox',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid(),
    /** The colleague it is for, where it is for none of the clients. */
    userId: uuid(),
    kind: text({ enum: [...mailKinds, ...staffMailKinds] }).notNull(),
    /** What makes it one mail however often it is thought of. */
    once: text(),
    /** What it tells of: one kind, or several that waited together. */
    covers: words().$type<MailKind[]>(),
    address: personal().notNull(),
    locale: text({ enum: locales }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    /** Not before the end of quiet hours, nor before the next try after one that failed. */
    notBefore: instant().notNull(),
    sentAt: instant(),
    /** How often it was taken up; whoever took it up has it until `leasedUntil`, and after that anybody may. */
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    /** It is not tried any more, and why. */
    failedAt: instant(),
    failure: text({ enum: mailFailures }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('outbox_due').on(t.orgId, t.sentAt, t.notBefore),
    index('outbox_client').on(t.orgId, t.clientId),
    index('outbox_user').on(t.orgId, t.userId),
    uniqueIndex('outbox_once').on(t.orgId, t.once),
    check('outbox_for_one', sql`(${t.clientId} is null) <> (${t.userId} is null)`),
    foreignKey({ columns: [t.orgId, t.userId], foreignColumns: [members.orgId, members.userId] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** Answers of a client to the budget questions, one page at a time, until they are checked and become a statement. */
export const budgetDrafts = pgTable(
  'budget_drafts',
  {
    orgId: organisationId(),
    clientId: uuid().notNull(),
    /** CNY a month by question. */
    answers: jsonb().$type<Record<string, string>>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.clientId] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** "I cannot pay this month": a client says that something changed, and the office looks at the plan again with them. */
export const circumstances = pgTable(
  'circumstances',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    agreementId: uuid().notNull(),
    kind: text({ enum: circumstanceKinds }).notNull(),
    note: text().notNull().default(''),
    at: instant().notNull(),
    handledBy: uuid(),
    handledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('circumstances_case').on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)

/** A secret address from which a phone's calendar fetches due dates. Revocable; only its hash is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    userId: uuid().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('calendar_feeds_token').on(t.tokenHash),
    index('calendar_feeds_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)
