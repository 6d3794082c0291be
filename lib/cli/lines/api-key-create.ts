import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { accountByEmail, membershipsOf } from '@/lib/core/accounts.queries'
import type { AuditEvent } from '@/lib/core/audit'
import { now } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/hash'
import { Failed, line } from '../line'

export const command = line({
  input: z.strictObject({
    user: z.email().describe('e-mail of the account the key acts as'),
    scope: z.enum(['read', 'write']).default('read').describe('read or write'),
    organisation: z.string().optional().describe('where the account has a place in several'),
  }),
  needsOffice: true,
  async run({ user, scope, organisation }) {
    const account = await accountByEmail(user)
    const places = account === undefined ? [] : await membershipsOf(account.id)
    const place = places.find(({ org_id, org_name }) => organisation === undefined || [org_id, org_name].includes(organisation))
    if (account === undefined || place === undefined)
      throw new Failed(
        `There is no account ${user} with a place here. Check the e-mail, or make one: npm run parley -- user create`,
      )
    const key = `parley_${randomBytes(32).toString('base64url')}`
    const [at, event] = [now().toISOString(), { type: 'apiKey.created', userId: account.id, scope } satisfies AuditEvent]
    await inTransaction({ organisationId: place.org_id }, async (tx) => {
      await tx.execute(
        sql`select auth_create_api_key(${randomUUID()}, ${sha256(key)}, ${account.id}, ${place.org_id}, ${scope}, ${at})`,
      )
      await tx.execute(sql`select append_audit(${at}, 'system:parley', 'apiKey.create', '', ${JSON.stringify([event])}::jsonb)`)
    })
    return {
      ok: true,
      value: { key, user, scope, organisation: place.org_name },
      text: `${key}\n\nShown once. Send it as: Authorization: Bearer KEY`,
    }
  },
})
