import { and, desc, eq, gt } from 'drizzle-orm'
import { circumstances, hardships, statements } from '@/db/schema'
import type { Reading } from '@/lib/core/query'
import { civilDateIn } from '@/lib/platform/dates'
import { type Budget, earlyWarning, type Watched, warningTable } from './early-warning'
import type { Agreement } from './scope.queries'

/** How worried to be about an active agreement today, with each reason's points; null for one that is not active. */
export async function warningFor(reading: Reading, agreement: Agreement, rows: Watched['rows']) {
  if (agreement.status !== 'ACTIVE') return null
  const budgets = await budgetsOf(reading, agreement)
  const { points, level, reasons } = earlyWarning({
    rows,
    budget: budgets[0],
    budgetThen: budgets.find(({ createdAt }) => createdAt <= agreement.createdAt),
    newHardship: (await hasNewHardship(reading, agreement)) || (await hasToldOfDifficulty(reading, agreement)),
    today: civilDateIn(reading.now, reading.actor.timeZone),
  })
  return { points, level, reasons: reasons.map((reason) => ({ reason, points: warningTable[reason].points })) }
}

const budgetsOf = ({ tx }: Reading, { orgId, clientId }: Agreement): Promise<(Budget & { createdAt: Date })[]> =>
  tx
    .select({ disposable: statements.disposable, asOf: statements.asOf, createdAt: statements.createdAt })
    .from(statements)
    .where(and(eq(statements.orgId, orgId), eq(statements.clientId, clientId)))
    .orderBy(desc(statements.number))

async function hasNewHardship({ tx }: Reading, { orgId, clientId, createdAt }: Agreement) {
  const found = await tx
    .select({ id: hardships.id })
    .from(hardships)
    .where(and(eq(hardships.orgId, orgId), eq(hardships.clientId, clientId), gt(hardships.createdAt, createdAt)))
    .limit(1)
  return found.length > 0
}

/** The client said themselves that they cannot pay. */
async function hasToldOfDifficulty({ tx }: Reading, { orgId, caseId, id }: Agreement) {
  const ofAgreement = and(eq(circumstances.orgId, orgId), eq(circumstances.caseId, caseId), eq(circumstances.agreementId, id))
  return (await tx.$count(circumstances, ofAgreement)) > 0
}
