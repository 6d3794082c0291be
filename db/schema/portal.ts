import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId, personal, words } from '../columns'
import { circumstanceKinds, type DelegateVerb, locales, mailKinds, rightsKinds, rightsStatuses } from '../vocabulary'
import { cases } from './cases'
import { clients } from './clients'

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

/** Mails to be sent, written in the transaction that causes them. No name, amount or number in subject or text. */
export const outbox = pgTable(
  'outbox',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text({ enum: mailKinds }).notNull(),
    address: personal().notNull(),
    locale: text({ enum: locales }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    /** Not before the end of quiet hours. */
    notBefore: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('outbox_due').on(t.orgId, t.sentAt, t.notBefore),
    index('outbox_client').on(t.orgId, t.clientId),
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

/** 个人信息请求 [PIPL 44–48]: correct, delete, explain; with what came of it. */
export const rightsRequests = pgTable(
  'rights_requests',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text({ enum: rightsKinds }).notNull(),
    note: text().notNull().default(''),
    status: text({ enum: rightsStatuses }).notNull().default('OPEN'),
    answer: text().notNull().default(''),
    askedAt: instant().notNull(),
    /** Whoever proposes an erasure cannot be the one who carries it out. */
    proposedBy: uuid(),
    proposedAt: instant(),
    decidedBy: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('rights_requests_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** While a hold stands, nothing of the client is erased: a lawsuit or an authority asks for it. */
export const legalHolds = pgTable(
  'legal_holds',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    reason: text().notNull(),
    placedBy: uuid().notNull(),
    placedAt: instant().notNull(),
    releasedBy: uuid(),
    releasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('legal_holds_client').on(t.orgId, t.clientId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)

/** That somebody was erased, so that a restored backup can be erased again: an id, never a person. */
export const tombstones = pgTable(
  'tombstones',
  {
    orgId: organisationId(),
    erasedId: uuid().notNull(),
    erasedAt: instant().notNull(),
    proposedBy: uuid().notNull(),
    erasedBy: uuid().notNull(),
    /** Hashes of files nobody else uses; emptied once they are gone from the disk. */
    files: words(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.erasedId] })],
)

/** 受托家属: somebody the client lets look or act in the portal, with what and until when. */
export const delegations = pgTable(
  'delegations',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    clientId: uuid().notNull(),
    userId: uuid(),
    name: text().notNull(),
    relation: text().notNull().default(''),
    verbs: words().$type<DelegateVerb[]>(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('delegations_client').on(t.orgId, t.clientId),
    index('delegations_user').on(t.orgId, t.userId),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }).onDelete('cascade'),
  ],
)
