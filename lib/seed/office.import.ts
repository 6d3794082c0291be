import { asc, eq, sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { creditorProducts, creditors } from '@/db/schema'
import type { Role } from '@/db/vocabulary'
import { hashPassword } from '@/lib/core/passwords'
import { seedOffice } from '@/lib/organisation/start.commands'
import { civilDateIn } from '@/lib/platform/dates'
import { chance as chanceOf } from './chance'
import type { Ground, SeededProduct } from './ground'
import { insertRows } from './insert.import'
import { nameOf } from './names'

export type Size = { cases: number; counsellors: number; decided: number; seed: string }

const password = 'parley-demo-2026'
const perTeam = 10

/** Opens the synthetic office itself: organisation, accounts, teams, creditors, checklists; marked as demo data. */
export async function openSeededOffice({ counsellors, seed }: Size, now: Date): Promise<Ground & { logins: string[] }> {
  const chance = chanceOf(`${seed}:office`)
  const organisationId = chance.uuid()
  const teams = Array.from({ length: Math.ceil(counsellors / perTeam) }, (_, n) => ({ id: chance.uuid(), name: `${n + 1} 组` }))
  const memberOf = (n: number, name: string, role: Role) => ({
    ...{ id: chance.uuid(), name: nameOf(chance), email: `${name}@seed-${seed}.test`, role },
    teamId: teams[Math.floor(n / perTeam)]?.id ?? '',
  })
  const members = Array.from({ length: counsellors }, (_, n) => memberOf(n, `counsellor${n + 1}`, 'COUNSELLOR'))
  const staff = [memberOf(0, 'supervisor', 'SUPERVISOR'), ...members]
  const of = { org_id: organisationId }
  const products = await inTransaction({ organisationId, quiet: true }, async (tx) => {
    await createAccounts(tx, { organisationId, seed, staff, at: now.toISOString() })
    const open = teams.map((team) => ({ ...of, ...team, is_private: false }))
    const inTeams = members.map(({ id, teamId }) => ({ ...of, team_id: teamId, user_id: id }))
    await insertRows(tx, 'teams', open)
    await insertRows(tx, 'team_members', inTeams)
    await seedOffice(tx, organisationId)
    return productsOf(tx)
  })
  const ground = { organisationId, counsellors: members, products, now, today: civilDateIn(now, 'Asia/Shanghai') }
  return { ...ground, logins: staff.map(({ email }) => email) }
}

type Account = { id: string; name: string; email: string; role: Role }
type Accounts = { organisationId: string; seed: string; staff: Account[]; at: string }

async function createAccounts(tx: Tx, { organisationId, seed, staff, at }: Accounts) {
  const rules = JSON.stringify({ supervisorChecks: false, breachDays: 15, noResponseDays: 60 })
  const events = JSON.stringify([{ type: 'demo.loaded', organisationId }])
  const passwordHash = await hashPassword(password)
  await tx.execute(
    sql`select auth_create_organisation(${organisationId}, ${`合成机构 ${seed}`}, 'CHARITY', 'Asia/Shanghai', 'zh-CN', ${rules}::jsonb, true, ${at})`,
  )
  for (const { id, email, name } of staff) {
    await tx.execute(sql`select auth_create_user(${id}, ${email}, ${name}, ${passwordHash}, 'zh-CN', true, ${at})`)
  }
  const rows = staff.map(({ id, name, role }) => ({ org_id: organisationId, user_id: id, name, roles: [role], version: 1 }))
  await insertRows(tx, 'members', rows)
  await tx.execute(sql`select append_audit(${at}, 'system:parley', 'demo.load', '', ${events}::jsonb)`)
}

/** In the order of their names, so that the same seed gives each case the same product. */
const productsOf = (tx: Tx): Promise<SeededProduct[]> =>
  tx
    .select({
      ...{ id: creditorProducts.id, brand: creditorProducts.brand },
      ...{ creditorId: creditors.id, creditor: creditors.shortName },
    })
    .from(creditorProducts)
    .innerJoin(creditors, eq(creditors.id, creditorProducts.creditorId))
    .orderBy(asc(creditorProducts.brand), asc(creditors.shortName))
