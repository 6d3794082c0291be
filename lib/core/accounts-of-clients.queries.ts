import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { outsideContext } from '@/db/client'
import { locales, roles } from '@/db/vocabulary'
import { type Actor, prove } from './prove'

const invitation = z.object({
  org_id: z.uuid(),
  org_name: z.string(),
  org_phone: z.string(),
  time_zone: z.string(),
  locale: z.enum(locales),
  is_demo: z.boolean(),
  id: z.uuid(),
  client_id: z.uuid(),
  user_id: z.uuid().nullable(),
  delegation_id: z.uuid().nullable(),
  code_hash: z.string(),
  expires_at: z.coerce.date(),
  used_at: z.coerce.date().nullable(),
  revoked_at: z.coerce.date().nullable(),
})
export type Invitation = z.output<typeof invitation>

/** What a link leads to, whoever holds it; undefined for a link nobody gave out. */
export const invitationByLink = async (linkHash: string) =>
  invitation.optional().parse((await outsideContext(sql`select * from auth_invitation(${linkHash})`))[0])

const asked = z.object({ at: z.coerce.date().nullable() })

/** When a new link was asked for in place of this one. */
export const newLinkAskedAt = async (linkHash: string) =>
  asked.parse((await outsideContext(sql`select auth_invitation_asked(${linkHash}) as at`))[0]).at

const device = z.object({
  org_id: z.uuid(),
  org_name: z.string(),
  org_phone: z.string(),
  client_id: z.uuid(),
  user_id: z.uuid(),
})

/** The account a remembered device opens, while it is remembered. */
export const deviceByToken = async (tokenHash: string, now: Date) =>
  device.optional().parse((await outsideContext(sql`select * from auth_device(${tokenHash}, ${now.toISOString()})`))[0])

/** An office, as far as is known at the door: forgetting a device asks for neither its clock nor its language. */
type Place = Pick<Invitation, 'org_id' | 'org_name'> & Partial<Pick<Invitation, 'time_zone' | 'locale' | 'is_demo'>>

/** The office itself, for what happens before anybody is known: using a link, asking for a new one, forgetting a device. */
export const officeOf = ({ time_zone = 'Asia/Shanghai', locale = 'zh-CN', is_demo = false, ...place }: Place): Actor =>
  prove({
    ...{ kind: 'system', id: 'parley', name: 'parley', roles: [], owners: [], teams: [], mayWrite: true },
    ...{ organisationId: place.org_id, organisationName: place.org_name, timeZone: time_zone },
    ...{ locale, isDemo: is_demo },
  })

const feed = z.object({
  org_id: z.uuid(),
  org_name: z.string(),
  time_zone: z.string(),
  locale: z.enum(locales),
  is_demo: z.boolean(),
  client_id: z.uuid(),
  user_id: z.uuid(),
  roles: z.array(z.enum(roles)),
})

/** The client whose calendar address this is, who may only read; undefined once it is taken back. */
export async function actorOfFeed(tokenHash: string): Promise<Actor | undefined> {
  const [row] = await outsideContext(sql`select * from auth_calendar_feed(${tokenHash})`)
  if (row === undefined) return undefined
  const place = feed.parse(row)
  return prove({
    ...{ kind: 'client', id: place.user_id, name: '', owners: [place.user_id], teams: [], mayWrite: false },
    ...{ organisationId: place.org_id, organisationName: place.org_name, timeZone: place.time_zone },
    ...{ locale: place.locale, isDemo: place.is_demo, roles: place.roles, clientId: place.client_id },
  })
}
