import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { besideTransaction, outsideContext } from '@/db/client'
import { locales, roles } from '@/db/vocabulary'
import { type Actor, prove } from './prove'

const account = z.object({ id: z.uuid(), email: z.string(), name: z.string(), password_hash: z.string(), disabled: z.boolean() })
const membership = z.object({
  org_id: z.uuid(),
  org_name: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  client_id: z.uuid().nullable(),
})
const standing = z.object({
  user_id: z.uuid(),
  org_id: z.uuid(),
  org_name: z.string(),
  time_zone: z.string(),
  is_demo: z.boolean(),
  user_name: z.string(),
  email: z.string(),
  locale: z.enum(locales),
  roles: z.array(z.enum(roles)),
  client_id: z.uuid().nullable(),
  owners: z.array(z.uuid()),
  teams: z.array(z.uuid()),
})

const answer = z.object({ yes: z.boolean() })
const keyStanding = standing.extend({ scope: z.enum(['read', 'write']) })

/** Calls one of the sign-in functions: they are all the app's role may know of accounts and sessions. */
const ask = outsideContext

export const accountByEmail = async (email: string) =>
  account.optional().parse((await ask(sql`select * from auth_account(${email})`))[0])

export const membershipsOf = async (userId: string) =>
  z.array(membership).parse(await ask(sql`select * from auth_memberships(${userId})`))

export async function openSession(session: {
  sidHash: string
  userId: string
  organisationId: string
  now: Date
  idleMinutes: number
  hours: number
  userAgent: string
}) {
  const { sidHash, userId, organisationId, now, idleMinutes, hours, userAgent } = session
  await ask(
    sql`select auth_open_session(${sidHash}, ${userId}, ${organisationId}, ${now.toISOString()}, ${idleMinutes}, ${hours}, ${userAgent})`,
  )
}

export const closeSession = (sidHash: string, now: Date) => ask(sql`select auth_close_session(${sidHash}, ${now.toISOString()})`)

/** The Actor of a session that still holds, or undefined. */
export async function actorOfSession(sidHash: string, now: Date): Promise<Actor | undefined> {
  const [row] = await ask(sql`select * from auth_session(${sidHash}, ${now.toISOString()})`)
  return row === undefined ? undefined : toActor(standing.parse(row), true)
}

/** Whether a session still holds; asking does not count as being there. */
export const sessionHolds = async (sidHash: string, now: Date) =>
  answer.parse((await ask(sql`select auth_session_holds(${sidHash}, ${now.toISOString()}) as yes`))[0]).yes

/** The Actor a member of staff is now, for work done later in their name; undefined once their place was taken back. */
export async function actorOfMember({ organisationId, userId }: { organisationId: string; userId: string }, now: Date) {
  const [row] = await ask(sql`select * from auth_member(${organisationId}, ${userId}, ${now.toISOString()})`)
  return row === undefined ? undefined : toActor(standing.parse(row), true)
}

/** The Actor of an API key that was not revoked, or undefined. A read key may ask, never change. */
export async function actorOfApiKey(keyHash: string, now: Date): Promise<Actor | undefined> {
  const [row] = await ask(sql`select * from auth_api_key(${keyHash}, ${now.toISOString()})`)
  if (row === undefined) return undefined
  const key = keyStanding.parse(row)
  return toActor(key, key.scope === 'write')
}

function toActor(row: z.output<typeof standing>, mayWrite: boolean): Actor {
  const isClient = row.roles.some((role) => role === 'CLIENT' || role === 'DELEGATE')
  return prove({
    kind: isClient ? 'client' : 'staff',
    id: row.user_id,
    name: row.user_name,
    organisationId: row.org_id,
    organisationName: row.org_name,
    timeZone: row.time_zone,
    locale: row.locale,
    roles: row.roles,
    clientId: row.client_id ?? undefined,
    owners: [row.user_id, ...row.owners],
    teams: row.teams,
    isDemo: row.is_demo,
    mayWrite,
  })
}

const failures = z.object({ failures: z.coerce.number(), last: z.coerce.date().nullable() })
export const failuresSince = async (key: string, since: Date) =>
  failures.parse((await ask(sql`select * from auth_failures(${key}, ${since.toISOString()})`))[0])
export const recordFailure = (id: string, key: string, now: Date) =>
  ask(sql`select auth_fail(${id}, ${key}, ${now.toISOString()})`)
/** Counts a try before it is looked at, and says how many there were before it: of many at once each sees those before it. */
export const takeTry = async (id: string, key: string, { now, since }: { now: Date; since: Date }) =>
  failures.parse(
    (await besideTransaction(sql`select * from auth_take_try(${id}, ${key}, ${now.toISOString()}, ${since.toISOString()})`))[0],
  )
/** Takes back a try that was not looked at, or was right. */
export const giveBackTry = (id: string) => besideTransaction(sql`select auth_give_back_try(${id})`)
export const clearFailures = (key: string) => ask(sql`select auth_clear_failures(${key})`)

/** True while no real office exists: `/setup` is open then, and only then. */
export const setupIsOpen = async () => answer.parse((await ask(sql`select auth_setup_open() as yes`))[0]).yes

const office = z.object({ id: z.uuid(), name: z.string(), is_demo: z.boolean() })
export const organisationsHere = async () => z.array(office).parse(await ask(sql`select * from auth_organisations()`))
