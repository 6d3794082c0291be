import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { referralBodies } from '@/db/schema'
import { referralTypes } from '@/db/vocabulary'
import { command } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, requiredLine } from '@/lib/platform/fields'
import { bodyOf } from './scope.queries'

/** Approves an organisation for referrals (FB-03). What it charges is said here, and shown to the client before consent. */
export const addReferralBody = command({
  name: 'referralBody.add',
  input: z.strictObject({
    name: requiredLine(120),
    type: z.enum(referralTypes),
    contact: requiredLine(200),
    isFree: z.boolean(),
    fee: line(200).default(''),
    source: requiredLine(300),
    asOf: civilDay,
  }),
  async run({ actor, tx, now, audit }, body) {
    if (!body.isFree && body.fee === '') throw new Refusal('invalid', { fields: { fee: ['required'] } })
    if (body.asOf > civilDateIn(now, actor.timeZone)) throw new Refusal('invalid', { fields: { asOf: ['in_future'] } })
    const id = randomUUID()
    await tx.insert(referralBodies).values({ ...body, orgId: actor.organisationId, id, approvedBy: actor.id })
    audit({ type: 'referralBody.added', bodyId: id })
    return { bodyId: id }
  },
})

/** Takes an organisation off the list; referrals made earlier keep its name. */
export const retireReferralBody = command({
  name: 'referralBody.retire',
  input: z.strictObject({ bodyId: z.uuid() }),
  async run(work, { bodyId }) {
    const body = await bodyOf(work, bodyId)
    if (body.retiredAt !== null) throw new Refusal('rule', { why: 'already_done' })
    await work.tx
      .update(referralBodies)
      .set({ retiredAt: work.now })
      .where(and(eq(referralBodies.orgId, body.orgId), eq(referralBodies.id, bodyId)))
    work.audit({ type: 'referralBody.retired', bodyId })
    return { bodyId }
  },
})
