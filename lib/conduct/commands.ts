import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { conductEntries } from '@/db/schema'
import { contactChannels, contactedPeople } from '@/db/vocabulary'
import { lockCase } from '@/lib/cases/scope.queries'
import { instantOf } from '@/lib/contacts/local-instant'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import { optional, requiredLine, requiredParagraphs } from '@/lib/platform/fields'

/**
 * Keeps one contact by a creditor or collector as the client told it: facts only. Which rule it breaks is worked out when
 * it is read, from the dated rule table, so that nobody types a verdict.
 */
export const logConduct = command({
  name: 'conduct.log',
  input: z.strictObject({
    caseId: z.uuid(),
    /** When it was, on the organisation's clock ('2026-11-21T22:40'). */
    at: z.string('required').max(20, 'date'),
    channel: z.enum(contactChannels),
    party: requiredLine(100),
    person: z.enum(contactedPeople),
    isAnswered: z.boolean(),
    isAgreed: z.boolean().default(false),
    isDisclosed: z.boolean().default(false),
    wasRefused: z.boolean().default(false),
    isUnreachable: z.boolean().default(false),
    description: requiredParagraphs(1000),
    evidenceId: optional(z.uuid()),
  }),
  async run(work, { caseId, at: local, ...entry }) {
    const kase = await lockCase(work, caseId)
    const at = momentOf(work, local)
    if (entry.evidenceId !== null) await expectEvidence(work, { evidenceId: entry.evidenceId, clientId: kase.clientId })
    const id = randomUUID()
    await work.tx.insert(conductEntries).values({
      ...{ ...entry, orgId: kase.orgId, id, caseId, clientId: kase.clientId, at, by: work.actor.id, createdAt: work.now },
    })
    work.audit({ type: 'conduct.logged', caseId, entryId: id })
    return { entryId: id }
  },
})

function momentOf({ actor, now }: Work, local: string): Date {
  const at = instantOf(local, actor.timeZone)
  if (at === undefined) throw new Refusal('invalid', { fields: { at: ['date'] } })
  if (at > now) throw new Refusal('invalid', { fields: { at: ['in_future'] } })
  return at
}
