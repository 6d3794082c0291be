import { and, asc, eq, isNull, not, sql } from 'drizzle-orm'
import { agreements, evidenceRequests, evidenceTypes, instalments } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { isAlreadyHere } from '@/lib/evidence/already-here'
import { civilDateIn } from '@/lib/platform/dates'
import type { LetterFacts } from './facts'

/** What a letter to the client may tell beside the case itself: papers still asked for, and the next instalment of the plan that runs. */
export async function clientFactsOf(
  reading: Reading,
  kase: Case,
  locale: Locale,
): Promise<Pick<LetterFacts, 'wanted' | 'instalment'>> {
  const [asked, next] = [await askedOf(reading, kase), await nextOf(reading, kase)]
  const names = [...new Set(asked.map(({ zh, en }) => (locale === 'en' ? en : zh)))]
  const deadline = asked.flatMap((one) => one.deadline ?? []).toSorted()[0]
  return {
    ...(names.length > 0 && { wanted: { items: names, ...(deadline && { deadline }) } }),
    ...(next && { instalment: { n: next.n, due: next.due, amount: next.amount.minus(next.paid) } }),
  }
}

/** What the client has still to give. */
function askedOf({ tx, actor, now }: Reading, { orgId, id }: Case) {
  const day = { today: civilDateIn(now, actor.timeZone), timeZone: actor.timeZone }
  return tx
    .select({ deadline: evidenceRequests.deadline, zh: evidenceTypes.nameZh, en: evidenceTypes.nameEn })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .where(
      and(
        ...[eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.caseId, id)],
        ...[isNull(evidenceRequests.fulfilledAt), eq(evidenceRequests.cannotProvide, '')],
        not(isAlreadyHere(sql`${evidenceRequests}`, day)),
      ),
    )
    .orderBy(asc(evidenceRequests.createdAt), asc(evidenceRequests.code))
}

async function nextOf({ tx }: Reading, { orgId, id }: Case) {
  const [next] = await tx
    .select({ n: instalments.n, due: instalments.dueOn, amount: instalments.amount, paid: instalments.paid })
    .from(instalments)
    .innerJoin(agreements, and(eq(agreements.orgId, instalments.orgId), eq(agreements.id, instalments.agreementId)))
    .where(
      and(
        ...[eq(instalments.orgId, orgId), eq(instalments.caseId, id), eq(agreements.status, 'ACTIVE')],
        sql`${instalments.paid} < ${instalments.amount}`,
      ),
    )
    .orderBy(asc(instalments.dueOn), asc(instalments.n))
    .limit(1)
  return next
}
