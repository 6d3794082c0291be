import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { agreements, evidenceRequests, evidenceTypes, instalments } from '@/db/schema'
import type { Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import { currentItems } from '@/lib/evidence/current.queries'
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

/** What the client has still to give. A kind that a verified file of another kind serves as too is here, unless a note asks for more. */
async function askedOf(reading: Reading, { orgId, id, clientId }: Case) {
  const rows = await reading.tx
    .select({
      ...{ code: evidenceRequests.code, note: evidenceRequests.note, deadline: evidenceRequests.deadline },
      ...{ zh: evidenceTypes.nameZh, en: evidenceTypes.nameEn },
    })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .where(
      and(
        ...[eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.caseId, id)],
        ...[isNull(evidenceRequests.fulfilledAt), eq(evidenceRequests.cannotProvide, '')],
      ),
    )
    .orderBy(asc(evidenceRequests.createdAt), asc(evidenceRequests.code))
  if (rows.length === 0) return []
  const held = (await currentItems(reading, clientId)).filter((item) => isOfCase(item, id) && item.status === 'VERIFIED')
  const isHere = (code: string) => held.some(({ alsoFor }) => alsoFor.includes(code))
  return rows.filter(({ code, note }) => note !== '' || code === unnamed || !isHere(code))
}

/** Any document may be “other”: it is its note that says which. */
const unnamed = 'OTHER'
const isOfCase = ({ caseId }: { caseId: string | null }, id: string) => caseId === null || caseId === id

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
