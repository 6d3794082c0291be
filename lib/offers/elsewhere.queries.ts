import { and, eq, ne } from 'drizzle-orm'
import { agreements, cases } from '@/db/schema'
import type { Plan } from '@/db/schema/proposals'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { greatest, money, sum, toText, zero } from '@/lib/platform/money'
import type { Elsewhere } from './situation'

/** The client's other open cases, in sums only: they may be a colleague's. One with a plan in force counts by its instalment. */
export async function elsewhereOf({ tx }: Pick<Reading, 'tx'>, { orgId, clientId, id }: Case): Promise<Elsewhere> {
  const others = await tx
    .select({ id: cases.id, creditorId: cases.creditorId, owed: cases.owed })
    .from(cases)
    .where(and(eq(cases.orgId, orgId), eq(cases.clientId, clientId), ne(cases.id, id), ne(cases.stage, 'CLOSED')))
  const plans = await tx
    .select({ caseId: agreements.caseId, schedule: agreements.schedule })
    .from(agreements)
    .where(and(eq(agreements.orgId, orgId), eq(agreements.clientId, clientId), eq(agreements.status, 'ACTIVE')))
  const kept = plans.filter(({ caseId }) => others.some((other) => other.id === caseId))
  const isKept = (other: { id: string }) => kept.some(({ caseId }) => caseId === other.id)
  return {
    creditors: new Set(others.map(({ creditorId }) => creditorId)).size,
    owed: toText(sum(others.filter((other) => !isKept(other)).map(({ owed }) => owed))),
    paying: toText(sum(kept.map(({ schedule }) => monthly(schedule)))),
  }
}

/**
 * What a month of the plan takes at most. The first instalment, which may hold what was in arrears, is left out, and with it one
 * payment that settles everything out of other money. It stays the same while the plan runs, as a letter that names it has to.
 */
const monthly = ({ rows }: Plan) => rows.slice(1).reduce((most, { payment }) => greatest(most, money(payment)), zero)
