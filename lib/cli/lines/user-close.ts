import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { closeAccount } from '../accounts'
import { line } from '../line'

export const command = line({
  input: z.strictObject({
    email: z.email().describe('what they sign in with'),
    organisation: z.string().optional().describe('name or id, where there are several'),
  }),
  needsOffice: true,
  async run({ email, organisation }) {
    const office = await closeAccount({ email, organisation, now: now() })
    const text = `${email} is closed in ${office.name}: sessions and keys have ended. Their cases wait for a supervisor to hand them over.`
    return { ok: true, value: { email, organisation: office.name }, text }
  },
})
