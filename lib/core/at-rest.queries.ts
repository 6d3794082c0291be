import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  agreements,
  cases,
  clients,
  conductEntries,
  debts,
  decisions,
  evidence,
  evidenceRequests,
  proposalVersions,
  rightsRequests,
} from '@/db/schema'
import type { Actor } from './actor'
import { atRest, goesOn } from './at-rest'
import { expectBasicConsent } from './basic-consent.queries'
import type { CommandName } from './permissions'
import { clientsInReach } from './reach'

type Door = { actor: Actor; tx: Tx }

/** The field of an input by which its client is found, the surest first. */
const places = {
  caseId: cases,
  versionId: proposalVersions,
  decisionId: decisions,
  agreementId: agreements,
  debtId: debts,
  requestId: evidenceRequests,
  entryId: conductEntries,
  evidenceId: evidence,
} as const
export const namesClient: readonly string[] = ['clientId', ...Object.keys(places)]

/**
 * Refuses what stands still while its client has taken the basic consent back: one table says what does. Of a client out of reach it tells
 * nothing: the work itself misses them.
 * @throws Refusal `rule` {why: 'consent_withdrawn'}
 */
export async function expectNotAtRest(door: Door, name: CommandName, input: unknown) {
  const row = atRest[name]
  if (goesOn(row, input, { asksCorrection: false })) return
  const clientId = await clientOf(door, input)
  if (clientId === undefined || !(await isInReach(door, clientId))) return
  if (row === 'correction' && (await asksCorrection(door, clientId))) return
  await expectBasicConsent(door, clientId)
}

async function clientOf({ actor, tx }: Door, input: unknown): Promise<string | undefined> {
  if (actor.clientId) return actor.clientId
  const given = new Map(Object.entries(input ?? {}).filter(([, value]) => typeof value === 'string'))
  if (given.has('clientId')) return given.get('clientId')
  const [key, table] = Object.entries(places).find(([field]) => given.has(field)) ?? []
  if (key === undefined || table === undefined) return undefined
  const [row] = await tx
    .select({ clientId: table.clientId })
    .from(table)
    .where(and(eq(table.orgId, actor.organisationId), eq(table.id, given.get(key))))
  return row?.clientId
}

async function isInReach({ actor, tx }: Door, clientId: string) {
  const one = and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId), clientsInReach(actor))
  return (await tx.$count(clients, one)) > 0
}

/** Whether the client asked us to correct what we hold about them, and waits for it [PIPL 46]. */
export async function asksCorrection({ actor, tx }: Door, clientId: string): Promise<boolean> {
  const open = [eq(rightsRequests.kind, 'CORRECT'), eq(rightsRequests.status, 'OPEN')]
  const ofClient = and(eq(rightsRequests.orgId, actor.organisationId), eq(rightsRequests.clientId, clientId), ...open)
  return (await tx.$count(rightsRequests, ofClient)) > 0
}
