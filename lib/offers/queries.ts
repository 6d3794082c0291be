import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, cases } from '@/db/schema'
import type { Plan } from '@/db/schema/proposals'
import { type Case, visibleCase } from '@/lib/cases/scope.queries'
import { query, type Reading } from '@/lib/core/query'
import type { CivilDate } from '@/lib/platform/dates'
import { amount, optional } from '@/lib/platform/fields'
import { greatest, money, sum, toText, zero } from '@/lib/platform/money'
import { sourceOf } from '@/lib/proposals/source.queries'
import { generateOffers } from './generate'
import type { Elsewhere } from './situation'

/**
 * Offers for a case, worked out from what is recorded: its loan notes, the latest financial statement, and what the
 * household owes elsewhere. `funds` is money that could be paid at once. Nothing is kept.
 */
export const listOffers = query({
  name: 'offer.list',
  input: z.strictObject({ caseId: z.uuid(), funds: optional(amount) }),
  async run(reading, { caseId, funds }) {
    const kase = await visibleCase(reading, caseId)
    const { sheets, statement, hardship, today } = await sourceOf(reading, kase)
    const elsewhere = await elsewhereOf(reading, kase, today)
    const offers = generateOffers({
      ...{ sheets, elsewhere, surplus: statement?.disposable ?? null, funds: funds === null ? null : toText(funds) },
      ...{ easesOn: hardship?.until ?? null, from: today },
    })
    return { ...offers, surplus: statement?.disposable ?? null, reserve: statement?.reserve ?? null, elsewhere }
  },
})

/** The client's other open cases, in sums only: they may be a colleague's. One with a plan in force counts by its instalment. */
async function elsewhereOf({ tx }: Reading, { orgId, clientId, id }: Case, today: CivilDate): Promise<Elsewhere> {
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
    paying: toText(sum(kept.map(({ schedule }) => dearestAhead(schedule, today)))),
  }
}

/** The heaviest payment still to come. */
const dearestAhead = ({ rows }: Plan, today: CivilDate) =>
  rows.filter(({ due }) => due >= today).reduce((most, { payment }) => greatest(most, money(payment)), zero)
