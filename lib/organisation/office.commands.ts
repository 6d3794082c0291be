import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { members, type OrganisationRules } from '@/db/schema'
import type { Locale, OrganisationType, Role } from '@/db/vocabulary'
import { Refusal } from '@/lib/core/refusal'
import { seedOffice } from './start.commands'

/** Rules an organisation starts with: breach after 15 days unpaid, no answer after 60 days (domain.md 2.3). */
export const startingRules: OrganisationRules = { supervisorChecks: false, breachDays: 15, noResponseDays: 60 }

export type NewOffice = {
  id: string
  name: string
  type: OrganisationType
  locale: Locale
  timeZone?: string
  isDemo?: boolean
  rules?: Partial<OrganisationRules>
  now: Date
}

/** Makes an organisation with what every office starts with. The transaction's context has to be this organisation. */
export async function createOffice(tx: Tx, office: NewOffice) {
  const { id, name, type, locale, timeZone = 'Asia/Shanghai', isDemo = false, rules, now } = office
  const all = JSON.stringify({ ...startingRules, ...rules })
  await tx.execute(
    sql`select auth_create_organisation(${id}, ${name}, ${type}, ${timeZone}, ${locale}, ${all}::jsonb, ${isDemo}, ${now.toISOString()})`,
  )
  await seedOffice(tx, id)
}

export type NewAccount = {
  organisationId: string
  email: string
  name: string
  passwordHash: string
  roles: Role[]
  locale?: Locale
  clientId?: string | null
  isDemo?: boolean
  now: Date
}

/**
 * Makes an account with its place in one organisation.
 * @throws Refusal `invalid` where the e-mail already has an account in this installation
 */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { organisationId, email, name, passwordHash, roles, locale = null, clientId = null, isDemo = false, now } = account
  const id = randomUUID()
  const { rows } = await tx.execute(
    sql`select auth_create_user(${id}, ${email}, ${name}, ${passwordHash}, ${locale}, ${isDemo}, ${now.toISOString()}) as id`,
  )
  if (created.parse(rows[0]).id !== id) throw new Refusal('invalid', { fields: { email: ['email_unusable'] } })
  await tx.insert(members).values({ orgId: organisationId, userId: id, name, roles, clientId })
  return id
}

const created = z.object({ id: z.uuid() })
