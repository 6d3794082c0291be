import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { command } from '@/lib/core/command'

/** The account's own language, remembered across devices. */
export const setPreference = command({
  name: 'preference.set',
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, tx, audit }, { locale }) {
    await tx.execute(sql`select auth_set_locale(${actor.id}, ${locale})`)
    audit({ type: 'preference.set', locale })
    return { locale }
  },
})
