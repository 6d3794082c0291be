import { and, eq, ne } from 'drizzle-orm'
import { cases, organisations } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { Refusal } from '@/lib/core/refusal'
import type { Case } from './scope.queries'

/**
 * One client has one open case with one creditor. To be asked once the case is open: the organisation's row is the queue, in
 * which two that are opened or taken up again at once see each other.
 * @throws Refusal `rule` {why: 'already_open', caseId, number}
 */
export async function expectOnlyOpen(
  { tx, actor }: Pick<Reading, 'tx' | 'actor'>,
  { id, clientId, creditorId }: Pick<Case, 'id' | 'clientId' | 'creditorId'>,
) {
  const mine = eq(organisations.id, actor.organisationId)
  await tx.select({ id: organisations.id }).from(organisations).where(mine).for('no key update')
  const [other] = await tx
    .select({ caseId: cases.id, number: cases.number })
    .from(cases)
    .where(
      and(
        ...[eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId), eq(cases.creditorId, creditorId)],
        ...[ne(cases.id, id), ne(cases.stage, 'CLOSED')],
      ),
    )
    .limit(1)
  if (other !== undefined) throw new Refusal('rule', { why: 'already_open', ...other })
}
