import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { revokeKeys } from '../accounts'
import { line } from '../line'

export const command = line({
  input: z.strictObject({
    user: z.email().describe('e-mail of the account the keys act as'),
    organisation: z.string().optional().describe('where the account has a place in several'),
  }),
  needsOffice: true,
  async run({ user, organisation }) {
    const keys = await revokeKeys({ email: user, organisation, now: now() })
    return { ok: true, value: { user, keys }, text: `Keys of ${user} that have ended: ${keys}.` }
  },
})
