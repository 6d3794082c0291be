import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { signingCodes } from '@/db/schema'
import { giveBackTry, takeTry } from '@/lib/core/accounts.queries'
import type { Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { installationKey } from '@/lib/platform/env'
import { codeHashOf, plainCode } from './secrets'
import { waitAfterWrongCodes, wrongCode } from './tries'

/** Of two made at the same moment the one that can still be used. */
export const newestFirst = [desc(signingCodes.createdAt), desc(signingCodes.usedAt), desc(signingCodes.id)]

/**
 * Uses the newest signing code of a client; the one before it no longer counts.
 * @throws Refusal `rule` {why: 'code_over'} · `invalid` {code: code_wrong} · `too_many` {seconds}
 */
export async function spendSigningCode({ actor, tx, now }: Work, clientId: string, typed: string) {
  const who = `signing:${clientId}`
  // In transactions of their own: a refusal takes everything else back, but not the count of tries.
  const id = randomUUID()
  const { failures, last } = await takeTry(id, who, { now, since: new Date(now.getTime() - 86_400_000) })
  const since = last === null ? Number.POSITIVE_INFINITY : (now.getTime() - last.getTime()) / 1000
  const seconds = Math.ceil(waitAfterWrongCodes(failures) - since)
  if (seconds > 0) {
    await giveBackTry(id)
    throw new Refusal('too_many', { seconds })
  }
  const ofClient = and(eq(signingCodes.orgId, actor.organisationId), eq(signingCodes.clientId, clientId))
  const [code] = await tx
    .select()
    .from(signingCodes)
    .where(ofClient)
    .orderBy(...newestFirst)
    .limit(1)
    .for('update')
  if (code === undefined || code.usedAt !== null || code.expiresAt <= now) {
    await giveBackTry(id)
    throw new Refusal('rule', { why: 'code_over' })
  }
  if (codeHashOf(code.id, plainCode(typed), installationKey()) !== code.codeHash)
    throw wrongCode(failures + 1, new Refusal('invalid', { fields: { code: ['code_wrong'] } }))
  await giveBackTry(id)
  await tx
    .update(signingCodes)
    .set({ usedAt: now })
    .where(and(ofClient, eq(signingCodes.id, code.id)))
}
