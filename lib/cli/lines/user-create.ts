import { z } from 'zod'
import { roles } from '@/db/vocabulary'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({
    email: z.email().describe('what they sign in with'),
    name: z.string().trim().min(1).max(50).describe('what colleagues see'),
    role: z.enum(roles).describe(roles.join(', ')),
    organisation: z.string().optional().describe('name or id, where there are several'),
    passwordStdin: z.boolean().default(false).describe('read the password from standard input'),
  }),
  needsOffice: true,
  async run() {
    throw new Failed('Accounts cannot be made yet.')
  },
})
