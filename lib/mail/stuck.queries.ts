import { count, gte } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { outbox } from '@/db/schema'
import type { MailFailure } from '@/db/vocabulary-portal'
import { organisationsHere } from '@/lib/core/accounts.queries'

/** What lapsed is no trouble: nobody was there to have it. */
type Stuck = Exclude<MailFailure, 'LAPSED'>
const said: Record<Stuck, string> = { BOUNCED: 'came back', GAVE_UP: 'could not be sent' }

/** How many mails of this installation did not arrive since then, in words for its administrator; empty where all did. */
export async function stuckMails(since: Date): Promise<string> {
  const counts = new Map<Stuck, number>()
  for (const { id: organisationId } of await organisationsHere()) {
    for (const { failure, many } of await failuresIn(organisationId, since)) {
      if (failure !== null && failure !== 'LAPSED') counts.set(failure, (counts.get(failure) ?? 0) + many)
    }
  }
  return [...counts].map(([failure, many]) => `${many} ${many === 1 ? 'mail' : 'mails'} ${said[failure]}`).join(', ')
}

const failuresIn = (organisationId: string, since: Date) =>
  inTransaction({ organisationId }, (tx) =>
    tx.select({ failure: outbox.failure, many: count() }).from(outbox).where(gte(outbox.failedAt, since)).groupBy(outbox.failure),
  )
