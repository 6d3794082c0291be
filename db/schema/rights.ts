import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId, words } from '../columns'
import { type DelegateVerb, rightsKinds, rightsStatuses } from '../vocabulary-portal'
import { clients } from './clients'

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
