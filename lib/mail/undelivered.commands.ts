import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { outbox } from '@/db/schema'
import { lockClient } from '@/lib/clients/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { undelivered } from './undelivered.queries'

const input = z.strictObject({ clientId: z.uuid() })

/**
 * Sends again what did not arrive, to the address of today and in the hours that are safe.
 * @throws Refusal `rule` {why: 'mail_bounced'} where the address gave a mail back or there is none · {why: 'already_done'}
 */
export const retryMails = command({
  name: 'mail.retry',
  input,
  async run(work, { clientId }) {
    const { email, emailBouncedAt } = await lockClient(work, clientId)
    if (email === null || emailBouncedAt !== null) throw new Refusal('rule', { why: 'mail_bounced' })
    const mails = await change(work, clientId, { failedAt: null, failure: null, attempts: 0, notBefore: work.now })
    work.audit({ type: 'mail.retried', clientId, mails })
    return { mails }
  },
})

/**
 * The client was told by telephone: what did not arrive is over. It is never sent (`failedAt` stays), and is nobody's
 * trouble any more (`failure` goes); who settled it is in the audit.
 * @throws Refusal `rule` {why: 'already_done'}
 */
export const settleMails = command({
  name: 'mail.settle',
  input,
  async run(work, { clientId }) {
    await lockClient(work, clientId)
    const mails = await change(work, clientId, { failure: null })
    work.audit({ type: 'mail.settled', clientId, mails })
    return { mails }
  },
})

async function change({ actor, tx }: Work, clientId: string, changes: Partial<typeof outbox.$inferInsert>) {
  const changed = await tx
    .update(outbox)
    .set(changes)
    .where(and(eq(outbox.orgId, actor.organisationId), eq(outbox.clientId, clientId), undelivered))
    .returning({ id: outbox.id })
  if (changed.length === 0) throw new Refusal('rule', { why: 'already_done' })
  return changed.length
}
