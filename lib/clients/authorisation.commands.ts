import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorisations } from '@/db/schema'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, optional, requiredLine, requiredParagraphs } from '@/lib/platform/fields'
import { lockClient, visibleClient } from './scope.queries'

/** 授权委托书: agent, matters, term and the principal's signature [民法典总则 165]. */
export const recordAuthorisation = command({
  name: 'authorisation.record',
  input: z
    .strictObject({
      clientId: z.uuid(),
      agent: requiredLine(100),
      matters: requiredParagraphs(1000),
      validFrom: civilDay,
      validTo: optional(civilDay),
      signedOn: civilDay,
      evidenceId: optional(z.uuid()),
    })
    .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, { path: ['validTo'], message: 'before_start' }),
  async run(work, { clientId, ...paper }) {
    const { actor, tx, now, audit } = work
    if (paper.signedOn > civilDateIn(now, actor.timeZone)) {
      throw new Refusal('invalid', { fields: { signedOn: ['in_future'] } })
    }
    await lockClient(work, clientId)
    if (paper.evidenceId !== null) await expectEvidence(work, { evidenceId: paper.evidenceId, clientId })
    const id = randomUUID()
    await tx.insert(authorisations).values({ orgId: actor.organisationId, id, clientId, ...paper })
    audit({ type: 'authorisation.recorded', clientId, authorisationId: id })
    return { id }
  },
})

/** Ends an authority letter before its term. */
export const revokeAuthorisation = command({
  name: 'authorisation.revoke',
  input: z.strictObject({ authorisationId: z.uuid() }),
  async run(work, { authorisationId }) {
    const { tx, now, audit } = work
    const paper = await visibleAuthorisation(work, authorisationId)
    if (paper.revokedAt !== null) throw new Refusal('rule', { why: 'already_revoked' })
    await tx.update(authorisations).set({ revokedAt: now }).where(within(work, authorisationId))
    audit({ type: 'authorisation.revoked', clientId: paper.clientId, authorisationId })
    return { id: authorisationId }
  },
})

async function visibleAuthorisation(work: Work, authorisationId: string) {
  const [paper] = await work.tx.select().from(authorisations).where(within(work, authorisationId)).for('update')
  const { clientId } = found(paper)
  await visibleClient(work, clientId)
  return found(paper)
}

const within = ({ actor }: Pick<Work, 'actor'>, id: string) =>
  and(eq(authorisations.orgId, actor.organisationId), eq(authorisations.id, id))
