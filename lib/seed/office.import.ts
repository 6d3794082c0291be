import { sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import type { Role } from '@/db/vocabulary'
import { hashPassword } from '@/lib/core/passwords'
import { startingDirectory } from '@/lib/creditors/directory'
import { civilDateIn } from '@/lib/platform/dates'
import { chance as chanceOf } from './chance'
import type { Ground } from './ground'
import { insertRows } from './insert.import'
import { nameOf } from './names'
import type { Row } from './rows'

export type Size = { cases: number; counsellors: number; decided: number; seed: string }

const password = 'parley-demo-2026'
const perTeam = 10

/** Opens the synthetic office itself: organisation, accounts, teams, creditors; marked as demo data. */
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
  const creditors = startingDirectory.map((entry) => ({
    ...entry,
    id: chance.uuid(),
    productIds: entry.products.map(() => chance.uuid()),
  }))
  await inTransaction({ organisationId, quiet: true }, async (tx) => {
    await createAccounts(tx, { organisationId, seed, staff, at: now.toISOString() })
    await insertRows(
      tx,
      'teams',
      teams.map((team) => ({ org_id: organisationId, ...team, is_private: false })),
    )
    await insertRows(
      tx,
      'team_members',
      members.map(({ id, teamId }) => ({ org_id: organisationId, team_id: teamId, user_id: id })),
    )
    await insertRows(
      tx,
      'creditors',
      creditors.map((creditor) => creditorRow(organisationId, creditor)),
    )
    await insertRows(
      tx,
      'creditor_products',
      creditors.flatMap((creditor) => productRows(organisationId, creditor)),
    )
  })
  const products = creditors.flatMap(({ id, shortName, products: lent, productIds }) =>
    lent.map(({ brand }, n) => ({ id: productIds[n] ?? '', brand, creditorId: id, creditor: shortName })),
  )
  const ground = { organisationId, counsellors: members, products, now, today: civilDateIn(now, 'Asia/Shanghai') }
  return { ...ground, logins: staff.map(({ email }) => email) }
}

type Account = { id: string; name: string; email: string; role: Role }

async function createAccounts(
  tx: Tx,
  { organisationId, seed, staff, at }: { organisationId: string; seed: string; staff: Account[]; at: string },
) {
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

type Creditor = (typeof startingDirectory)[number] & { id: string; productIds: string[] }

const creditorRow = (orgId: string, { id, legalName, shortName, regulatorClass, source, asOf }: Creditor): Row => ({
  ...{ org_id: orgId, id, legal_name: legalName, short_name: shortName, regulator_class: regulatorClass, source, as_of: asOf },
  version: 1,
})

const productRows = (orgId: string, { id, products, productIds }: Creditor): Row[] =>
  products.map(({ brand, type, source, asOf }, n) => ({
    ...{ org_id: orgId, id: productIds[n], creditor_id: id, brand, type, source, as_of: asOf, is_active: true },
  }))
