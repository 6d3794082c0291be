import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { locales, organisationTypes } from '@/db/vocabulary'
import { parse } from '@/lib/core/command'
import { hashPassword } from '@/lib/core/passwords'
import { Refusal } from '@/lib/core/refusal'
import { now as clock } from '@/lib/platform/clock'
import { requiredLine } from '@/lib/platform/fields'
import { emailField, passwordField, personName } from './fields'
import { createAccount, createOffice } from './office.commands'
import { passwordFault } from './password-rule'

export const setUpInput = z.strictObject({
  organisation: requiredLine(80),
  type: z.enum(organisationTypes).default('CHARITY'),
  name: personName,
  email: emailField,
  locale: z.enum(locales).default('zh-CN'),
  password: passwordField,
})

/**
 * Makes the first real office and its first person, who administers it and supervises its cases. Nobody is signed in yet,
 * so this is no command of the registry: it is open while no real office exists, and never again.
 * @throws Refusal `rule` {why: 'setup_closed'} or `invalid`
 */
export async function setUpOffice(values: unknown, now: Date = clock()) {
  const { organisation, type, name, email, locale, password } = parse(setUpInput, values)
  const fault = passwordFault(password, email)
  if (fault !== undefined) throw new Refusal('invalid', { fields: { password: [fault] } })
  const passwordHash = await hashPassword(password)
  const organisationId = randomUUID()
  return inTransaction({ organisationId }, async (tx) => {
    // Two people at the same empty installation: the second waits here, and finds the door shut.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('parley.setup'))`)
    const { rows } = await tx.execute(sql`select auth_setup_open() as open`)
    if (rows[0]?.['open'] !== true) throw new Refusal('rule', { why: 'setup_closed' })
    await createOffice(tx, { id: organisationId, name: organisation, type, locale, now })
    const account = { organisationId, email, name, passwordHash, locale, now }
    const userId = await createAccount(tx, { ...account, roles: ['ADMIN', 'SUPERVISOR'] })
    const events = JSON.stringify([{ type: 'organisation.setUp', organisationId }])
    await tx.execute(
      sql`select append_audit(${now.toISOString()}::timestamptz, ${`staff:${userId}`}, 'organisation.setUp', '', ${events}::jsonb)`,
    )
    return { organisationId, userId }
  })
}
