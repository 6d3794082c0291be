import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { authorisations, consents } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'

/** What a client has agreed to that lets us go to a lender in their name. */
export type Mandate = { basic: boolean; contact: boolean; share: boolean; authority: boolean }

/**
 * Whether we may contact a lender for the client [民法典总则 165] and hand documents to it [PIPL 23]: two separate consents,
 * each on top of the basic one, and an authority letter in force today.
 */
export async function mandateFor(
  { actor, tx, now }: Reading,
  { clientId, creditorId }: { clientId: string; creditorId: string },
): Promise<Mandate> {
  const given = await tx
    .select({ purpose: consents.purpose })
    .from(consents)
    .where(
      and(
        eq(consents.orgId, actor.organisationId),
        eq(consents.clientId, clientId),
        isNull(consents.withdrawnAt),
        or(isNull(consents.creditorId), eq(consents.creditorId, creditorId)),
      ),
    )
  const has = (wanted: string) => given.some(({ purpose }) => purpose === wanted)
  return {
    basic: has('PROCESSING'),
    contact: has('PROCESSING') && has('CONTACT_CREDITOR'),
    share: has('PROCESSING') && has('SHARE_WITH_CREDITOR'),
    authority: await hasAuthority({ actor, tx, now }, clientId),
  }
}

/** Whether an authority letter was signed that holds on the day of `now` and was not taken back. */
export async function hasAuthority({ actor, tx, now }: Reading, clientId: string) {
  const today = civilDateIn(now, actor.timeZone)
  const [paper] = await tx
    .select({ id: authorisations.id })
    .from(authorisations)
    .where(
      and(
        eq(authorisations.orgId, actor.organisationId),
        eq(authorisations.clientId, clientId),
        isNull(authorisations.revokedAt),
        sql`${authorisations.validFrom} <= ${today}`,
        sql`coalesce(${authorisations.validTo}, ${today}) >= ${today}`,
      ),
    )
    .limit(1)
  return paper !== undefined
}
