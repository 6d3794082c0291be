import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { authorisations, clients } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import { isNameOf } from '@/lib/portal/signature'
import { type Agreement, todayOf } from './scope.queries'

/**
 * A receipt is signed by the client, or by somebody with an authority letter in force [民法典总则 165].
 * @throws Refusal `invalid` {name: signer}
 */
export async function expectSigner(reading: Reading, agreement: Agreement, typed: string) {
  const names = [...(await clientName(reading, agreement)), ...(await agents(reading, agreement))]
  if (!names.some(({ name }) => isNameOf(typed, name))) throw new Refusal('invalid', { fields: { name: ['signer'] } })
}

const clientName = ({ tx }: Reading, { orgId, clientId }: Agreement) =>
  tx
    .select({ name: clients.name })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))

function agents(reading: Reading, { orgId, clientId }: Agreement) {
  const today = todayOf(reading)
  return reading.tx
    .select({ name: authorisations.agent })
    .from(authorisations)
    .where(
      and(
        ...[eq(authorisations.orgId, orgId), eq(authorisations.clientId, clientId), isNull(authorisations.revokedAt)],
        ...[lte(authorisations.validFrom, today), sql`coalesce(${authorisations.validTo}, ${today}) >= ${today}`],
      ),
    )
}
