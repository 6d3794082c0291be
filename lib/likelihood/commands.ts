import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema'
import { command } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'

/** Lets counsellors see, beside a draft, how often proposals like it were approved; or no longer. Off unless somebody says so. */
export const setLikelihood = command({
  name: 'likelihood.set',
  input: z.strictObject({ to: z.enum(['on', 'off']) }),
  async run({ actor, tx, audit }, { to }) {
    const isOn = to === 'on'
    const mine = eq(organisations.id, actor.organisationId)
    const [row] = await tx.select({ rules: organisations.rules }).from(organisations).where(mine).for('update')
    await tx
      .update(organisations)
      .set({ rules: { ...found(row).rules, likelihood: isOn } })
      .where(mine)
    audit({ type: 'likelihood.set', isOn })
    return { isOn }
  },
})
