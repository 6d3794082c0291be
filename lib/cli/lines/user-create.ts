import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { roles } from '@/db/vocabulary'
import { execute } from '@/lib/core/command'
import { createUser } from '@/lib/organisation/commands'
import { line } from '../line'
import { atTheMachine, officeNamed } from '../offices'
import { standardInput } from '../read-input'

export const command = line({
  input: z.strictObject({
    email: z.email().describe('what they sign in with'),
    name: z.string().trim().min(1).max(50).describe('what colleagues see'),
    role: z.enum(roles).describe(roles.join(', ')),
    organisation: z.string().optional().describe('name or id, where there are several'),
    passwordStdin: z.boolean().default(false).describe('read the password from standard input, instead of making one'),
  }),
  needsOffice: true,
  async run({ email, name, role, organisation, passwordStdin }) {
    const password = passwordStdin ? (await standardInput()).replace(/\r?\n$/, '') : randomBytes(15).toString('base64url')
    const office = await officeNamed(organisation)
    const { userId } = await execute(createUser, atTheMachine(office), { email, name, roles: [role], password })
    const shown = passwordStdin ? {} : { password }
    const text = `${email} is ${role} in ${office.name}.${passwordStdin ? '' : `\nPassword, shown once: ${password}`}`
    return { ok: true, value: { userId, email, role, organisation: office.name, ...shown }, text }
  },
})
