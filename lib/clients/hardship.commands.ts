import { randomUUID } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, hardships } from '@/db/schema'
import { type HardshipType, hardshipTypes } from '@/db/vocabulary'
import { reviewAgreements } from '@/lib/agreements/review.commands'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { amount, civilDay, optional, paragraphs } from '@/lib/platform/fields'
import { lockClient } from './scope.queries'

/** Why a client cannot pay as planned (SD-03, SP-06). The primary cause is shown on every open case of the client. */
export const recordHardship = command({
  name: 'hardship.record',
  input: z
    .strictObject({
      clientId: z.uuid(),
      type: z.enum(hardshipTypes),
      startedOn: civilDay,
      expectedEndOn: optional(civilDay),
      narrative: paragraphs(4000).default(''),
      tellsHealth: z.boolean().default(false),
      isPrimary: z.boolean().default(true),
      incomeBefore: optional(amount),
      incomeVerified: z.boolean().default(false),
    })
    .refine(({ startedOn, expectedEndOn }) => expectedEndOn === null || expectedEndOn >= startedOn, {
      path: ['expectedEndOn'],
      message: 'before_start',
    }),
  async run(work, { clientId, ...cause }) {
    const { actor, tx, now, audit } = work
    if (cause.startedOn > civilDateIn(now, actor.timeZone)) {
      throw new Refusal('invalid', { fields: { startedOn: ['in_future'] } })
    }
    await lockClient(work, clientId)
    if (cause.isPrimary) await makePrimary(work, clientId, cause.type)
    const id = randomUUID()
    await tx.insert(hardships).values({ orgId: actor.organisationId, id, clientId, ...cause, createdAt: now })
    audit({ type: 'hardship.recorded', clientId, hardship: cause.type })
    await reviewAgreements(work, clientId)
    return { id }
  },
})

async function makePrimary({ actor, tx }: Work, clientId: string, type: HardshipType) {
  const { organisationId: orgId } = actor
  await tx
    .update(hardships)
    .set({ isPrimary: false })
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId)))
  await tx
    .update(cases)
    .set({ hardshipType: type, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.orgId, orgId), eq(cases.clientId, clientId), ne(cases.stage, 'CLOSED')))
}
