import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { inTransaction } from '@/db/client'
import { accessLog } from '@/db/schema'
import type { AccessKind } from '@/db/vocabulary'
import type { Actor } from './actor'
import type { RefusalCode } from './refusal'

/** What is looked at or taken along. A new one asks for its word in the access log. */
export type LookedAt =
  | 'case'
  | 'client'
  | 'message'
  | 'letter'
  | 'caseFile'
  | 'case.search'
  | 'client.search'
  | 'client.duplicates'
  | 'client.statements'
  | 'client.evidence'
  | 'client.debts'
  | 'evidence.file'
  | 'evidence.bundle'
  | 'message.file'
  | 'agreement.paper'
  | 'proposal.letter'
  | 'conduct.complaint'
  | 'analytics.export'
  | 'job.download'
  | Side

/** Somebody's own pages: the office's, or the client's. */
export type Side = 'page.office' | 'page.portal'

/** A field of a client, a table and a report are called by their own names. */
type Named = `client.${string}` | `export.${string}` | `report.${string}`

type Access = { kind: Exclude<AccessKind, 'denied'>; what: LookedAt | Named; object?: string; clientId?: string | undefined }

/** Writes one line into the access log, in the caller's transaction. */
export async function logAccess(tx: Tx, { actor, now }: { actor: Actor; now: Date }, access: Access) {
  await tx.insert(accessLog).values({
    orgId: actor.organisationId,
    id: randomUUID(),
    at: now,
    actor: actorLabel(actor),
    kind: access.kind,
    what: access.what,
    object: access.object ?? '',
    clientId: access.clientId ?? null,
  })
}

const deniedCodes: ReadonlySet<RefusalCode> = new Set(['forbidden', 'not_found'])

/** A denied call changes nothing and leaves one line, in a transaction of its own. */
export async function logDenial(actor: Actor, what: string, denial: { code: RefusalCode; object: string; now: Date }) {
  if (!deniedCodes.has(denial.code)) return
  await inTransaction({ organisationId: actor.organisationId }, (tx) =>
    tx.insert(accessLog).values({
      orgId: actor.organisationId,
      id: randomUUID(),
      at: denial.now,
      actor: actorLabel(actor),
      kind: 'denied',
      what: `${what}:${denial.code}`,
      object: denial.object.slice(0, 300),
      clientId: actor.clientId ?? null,
    }),
  )
}

export const actorLabel = (actor: Actor) => `${actor.kind}:${actor.id}`
