import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, organisationId } from '../columns'
import { accessKinds } from '../vocabulary'

/** One hash chain per organisation. Written only by the function append_audit; a trigger refuses change and deletion. */
export const auditEvents = pgTable(
  'audit_events',
  {
    orgId: organisationId(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    command: text().notNull(),
    caseId: uuid(),
    event: jsonb().$type<Record<string, unknown> & { type: string }>().notNull(),
    requestId: text().notNull().default(''),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] }), index('audit_events_case').on(t.orgId, t.caseId, t.seq)],
)
export const auditHeads = pgTable('audit_heads', {
  orgId: uuid().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

/** Denials, views, reveals, downloads and exports: append-only, beside the audit chain. */
export const accessLog = pgTable(
  'access_log',
  {
    orgId: organisationId(),
    id: uuid().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    kind: text({ enum: accessKinds }).notNull(),
    what: text().notNull(),
    object: text().notNull().default(''),
    clientId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('access_log_at').on(t.orgId, t.at),
    index('access_log_client').on(t.orgId, t.clientId, t.at),
  ],
)

/** The stored answer of a repeated write: same key and body, same answer. Kept 72 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    orgId: organisationId(),
    actorId: uuid().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer(),
    /** The answer as JSON text, so that a repeat is told the very same bytes. */
    response: text(),
    /** Whom it concerned: a repeat is answered only while the caller still sees all of them. */
    caseIds: uuid().array().notNull().default([]),
    clientIds: uuid().array().notNull().default([]),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.actorId, t.key] })],
)
