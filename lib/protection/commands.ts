import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { protectionRecords } from '@/db/schema'
import type { RecordKind } from '@/db/vocabulary-protection'
import { instantOf } from '@/lib/contacts/local-instant'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import type { Fault } from '@/lib/i18n/messages/faults'
import { civilDateIn } from '@/lib/platform/dates'
import { assessmentFields, incidentFields } from './facts'
import { latestOf } from './queries'

/** Left out for a new record; with the version that was read for a further version of one. */
const which = { recordId: z.uuid().optional(), version: z.coerce.number().int().positive().optional() }

/** Writes down an assessment, or a further version of one [PIPL 55, 56]. @throws Refusal `conflict` · `not_found` */
export const saveAssessment = command({
  name: 'protection.assess',
  input: z.strictObject({ ...which, ...assessmentFields }),
  async run(work, { recordId, version, ...facts }) {
    const today = civilDateIn(work.now, work.actor.timeZone)
    if (facts.decidedOn > today) throw new Refusal('invalid', { fields: { decidedOn: ['in_future'] } })
    const saved = await append(work, { recordId, version, kind: 'ASSESSMENT', facts })
    work.audit({ type: 'protection.assessed', recordId: saved.id, version: saved.version, decision: facts.decision })
    return saved
  },
})

/**
 * Writes down an incident, or what became of it [PIPL 57]. It is closed only when the authority was told, and the people
 * concerned were too or it says why they need not be.
 * @throws Refusal `invalid` with the fields that are missing · `conflict` · `not_found`
 */
export const saveIncident = command({
  name: 'protection.report',
  input: z.strictObject({ ...which, ...incidentFields }),
  async run(work, { recordId, version, foundAt: local, ...rest }) {
    const found = instantOf(local, work.actor.timeZone)
    if (found === undefined) throw new Refusal('invalid', { fields: { foundAt: ['date'] } })
    if (found > work.now) throw new Refusal('invalid', { fields: { foundAt: ['in_future'] } })
    if (rest.isClosed) expectTold(rest)
    const facts = { ...rest, foundAt: found.toISOString() }
    const saved = await append(work, { recordId, version, kind: 'INCIDENT', facts })
    const { people, isClosed } = rest
    work.audit({ type: 'protection.reported', recordId: saved.id, version: saved.version, people, isClosed })
    return saved
  },
})

function expectTold(facts: { authorityOn: string | null; peopleOn: string | null; whyNotTold: string }) {
  const fields: Record<string, readonly Fault[]> = {
    ...(facts.authorityOn === null && { authorityOn: ['required'] }),
    ...(facts.peopleOn === null && facts.whyNotTold === '' && { whyNotTold: ['required'] }),
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}

type Entry = { recordId: string | undefined; version: number | undefined; kind: RecordKind; facts: object }

/** Two who write the next version at once get the same number, and the second is told to read again. */
export async function append(work: Work, { recordId, version: seen, kind, facts }: Entry) {
  const { actor, tx, now } = work
  const latest = recordId === undefined ? undefined : await latestOf(work, { recordId, kind })
  if (latest !== undefined && latest.version !== seen) throw new Refusal('conflict')
  const [id, version] = [recordId ?? randomUUID(), (latest?.version ?? 0) + 1]
  const written = await tx
    .insert(protectionRecords)
    .values({ orgId: actor.organisationId, id, version, kind, facts, savedBy: actor.id, savedAt: now })
    .onConflictDoNothing()
    .returning({ version: protectionRecords.version })
  if (written.length === 0) throw new Refusal('conflict')
  return { id, version }
}
