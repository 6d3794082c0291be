import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema'
import { locales, organisationTypes } from '@/db/vocabulary'
import { command } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { line, requiredLine, whole } from '@/lib/platform/fields'

/** A number people dial: digits, with the signs between them that are written; empty where the office gives none. */
const dialled = line(40).pipe(z.string().regex(/^(|\+?[\d\s()-]{5,40})$/, 'phone'))

/**
 * Changes what the office says of itself and the rules it has set; what is left out stays. Rules hold from then on: days in
 * calendar days, a breach after 1 to 180 unpaid, no answer after 7 to 365. The time zone stays, because every date of the
 * office was counted in it.
 */
export const updateOrganisation = command({
  name: 'organisation.update',
  input: z.strictObject({
    name: requiredLine(80).optional(),
    type: z.enum(organisationTypes).optional(),
    locale: z.enum(locales).optional(),
    phone: dialled.optional(),
    feePolicy: line(200).optional(),
    supervisorChecks: z.boolean().optional(),
    breachDays: whole(1, 180).optional(),
    noResponseDays: whole(7, 365).optional(),
  }),
  async run({ actor, tx, audit }, { supervisorChecks, breachDays, noResponseDays, ...facts }) {
    const mine = eq(organisations.id, actor.organisationId)
    const [row] = await tx.select({ rules: organisations.rules }).from(organisations).where(mine).for('update')
    const before = found(row).rules
    const changed = {
      supervisorChecks: supervisorChecks ?? before.supervisorChecks,
      breachDays: breachDays ?? before.breachDays,
      noResponseDays: noResponseDays ?? before.noResponseDays,
    }
    await tx
      .update(organisations)
      .set({ ...facts, rules: { ...before, ...changed } })
      .where(mine)
    audit({ type: 'organisation.updated', ...changed })
    return { organisationId: actor.organisationId }
  },
})
