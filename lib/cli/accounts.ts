import { type SQL, sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/db/client'
import { accountByEmail } from '@/lib/core/accounts.queries'
import type { AuditEvent } from '@/lib/core/audit'
import { Failed } from './line'
import { officeNamed } from './offices'

type Shut = { email: string; organisation?: string | undefined; now: Date }
type Office = Awaited<ReturnType<typeof officeNamed>>

/** Closes an account in one office: nobody signs in with it any more, and its sessions and keys end. @throws Failed */
export async function closeAccount({ email, organisation, now }: Shut): Promise<Office> {
  const { office, userId } = await placeOf(email, organisation)
  await inTransaction({ organisationId: office.id }, async (tx) => {
    const { rows } = await tx.execute(sql`select auth_close_member(${office.id}, ${userId}, ${at(now)}) as closed`)
    if (rows[0]?.['closed'] !== true) throw new Failed(`${email} has no open account in ${office.name}.`)
    await note(tx, now, { command: 'user.close', event: { type: 'user.closed', userId } })
  })
  return office
}

/** Ends every key of an account in one office. @returns how many @throws Failed where there is none */
export async function revokeKeys({ email, organisation, now }: Shut): Promise<number> {
  const { office, userId } = await placeOf(email, organisation)
  return inTransaction({ organisationId: office.id }, async (tx) => {
    const { rows } = await tx.execute(sql`select auth_end_keys(${office.id}, ${userId}, ${at(now)}) as keys`)
    const keys = Number.parseInt(String(rows[0]?.['keys']), 10)
    if (keys === 0) throw new Failed(`${email} has no key in ${office.name}.`)
    await note(tx, now, { command: 'apiKey.revoke', event: { type: 'apiKey.revoked', userId, keys } })
    return keys
  })
}

async function placeOf(email: string, organisation: string | undefined) {
  const [office, account] = [await officeNamed(organisation), await accountByEmail(email)]
  if (account === undefined) throw new Failed(`There is no account ${email}. Check the e-mail.`)
  return { office, userId: account.id }
}

const at = (now: Date): SQL => sql`${now.toISOString()}::timestamptz`

const note = (tx: Tx, now: Date, { command, event }: { command: string; event: AuditEvent }) =>
  tx.execute(sql`select append_audit(${at(now)}, 'system:parley', ${command}, '', ${JSON.stringify([event])}::jsonb)`)
