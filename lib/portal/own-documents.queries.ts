import { and, asc, eq, isNull, ne, not, sql } from 'drizzle-orm'
import { cases, evidenceRequests, evidenceTypes } from '@/db/schema'
import type { EvidenceStatus, Locale } from '@/db/vocabulary'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { isAlreadyHere } from '@/lib/evidence/already-here'
import { currentItems } from '@/lib/evidence/current.queries'
import { civilDateIn } from '@/lib/platform/dates'

/** Papers a lender writes: they are in the file, but who was not asked for them did not give them. */
const ofLender: ReadonlySet<string> = new Set(['WRITTEN_CONFIRMATION', 'LENDER_PLAN'])

/**
 * What the client handed in, each in the state it is in today: what ran out says so by itself. Papers that we made of their figures
 * are not theirs to send again, and stand on a page of their own. `addTo`: the request that still takes further pages of it;
 * `againTo`: the one that waits for it anew.
 */
export async function documentsOf(reading: Reading, locale: Locale, takesPapers: boolean) {
  const items = await currentItems(reading, found(reading.actor.clientId))
  const [requests, waiting] = [await answeredRequests(reading), await waitingRequests(reading)]
  const waysOn = takesPapers ? waysOnward : () => ({ addTo: null, againTo: null })
  return items
    .filter(({ fileHash, statementId }) => fileHash !== null && statementId === null)
    .filter(({ id, code }) => !ofLender.has(code) || requests.has(id))
    .slice(0, 50)
    .map(({ id, code, type, status, rejectReason, receivedAt, lastDay }) => ({
      ...{ id, status, rejectReason, lastDay },
      name: locale === 'en' ? type.nameEn : type.nameZh,
      receivedOn: receivedAt === null ? null : civilDateIn(receivedAt, reading.actor.timeZone),
      ...waysOn(status, { more: requests.get(id), again: waiting.get(code === 'OTHER' ? id : code) }),
    }))
}

const waysOnward = (status: EvidenceStatus, { more, again }: { more: string | undefined; again: string | undefined }) => ({
  addTo: (status === 'RECEIVED' && more) || null,
  againTo: (status === 'REJECTED' && again) || null,
})

async function answeredRequests({ tx, actor }: Reading) {
  const rows = await tx
    .select({ id: evidenceRequests.id, by: evidenceRequests.fulfilledBy })
    .from(evidenceRequests)
    .where(and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.clientId, found(actor.clientId))))
  return new Map(rows.map(({ id, by }) => [by ?? '', id]))
}

/** The requests that wait, by what they ask for; “other” may be anything, and is known by the document that was given for it. */
async function waitingRequests({ tx, actor }: Reading) {
  const rows = await tx
    .select({ id: evidenceRequests.id, code: evidenceRequests.code, by: evidenceRequests.fulfilledBy })
    .from(evidenceRequests)
    .innerJoin(cases, and(eq(cases.orgId, evidenceRequests.orgId), eq(cases.id, evidenceRequests.caseId)))
    .where(
      and(
        eq(evidenceRequests.orgId, actor.organisationId),
        eq(evidenceRequests.clientId, found(actor.clientId)),
        isNull(evidenceRequests.fulfilledAt),
        eq(evidenceRequests.cannotProvide, ''),
        ne(cases.stage, 'CLOSED'),
      ),
    )
  return new Map(rows.map(({ id, code, by }) => [code === 'OTHER' ? (by ?? '') : code, id]))
}

/** What the client was asked for and told that they do not have now, which they may still give while the case is open. */
export async function notHereOf({ tx, actor }: Reading, locale: Locale) {
  const open = and(ne(evidenceRequests.cannotProvide, ''), isNull(evidenceRequests.fulfilledAt), ne(cases.stage, 'CLOSED'))
  const { nameZh, nameEn } = evidenceTypes
  return tx
    .select({ id: evidenceRequests.id, name: locale === 'en' ? nameEn : nameZh, note: evidenceRequests.note })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .innerJoin(cases, and(eq(cases.orgId, evidenceRequests.orgId), eq(cases.id, evidenceRequests.caseId)))
    .where(and(eq(evidenceRequests.orgId, actor.organisationId), eq(evidenceRequests.clientId, found(actor.clientId)), open))
    .orderBy(asc(evidenceRequests.createdAt))
}

/** What was asked for and is neither here nor said not to be there: in one case that is open, or in all; the nearest deadline first. */
export async function openRequests({ tx, actor, now }: Reading, { caseId, locale }: { caseId?: string; locale: Locale }) {
  const rows = await tx
    .select({
      id: evidenceRequests.id,
      code: evidenceRequests.code,
      zh: evidenceTypes.nameZh,
      en: evidenceTypes.nameEn,
      note: evidenceRequests.note,
      deadline: evidenceRequests.deadline,
    })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .innerJoin(cases, and(eq(cases.orgId, evidenceRequests.orgId), eq(cases.id, evidenceRequests.caseId)))
    .where(
      and(
        eq(evidenceRequests.orgId, actor.organisationId),
        eq(evidenceRequests.clientId, found(actor.clientId)),
        ne(cases.stage, 'CLOSED'),
        caseId === undefined ? undefined : eq(evidenceRequests.caseId, caseId),
        isNull(evidenceRequests.fulfilledAt),
        eq(evidenceRequests.cannotProvide, ''),
        not(isAlreadyHere(sql`${evidenceRequests}`, { today: civilDateIn(now, actor.timeZone), timeZone: actor.timeZone })),
      ),
    )
    .orderBy(asc(evidenceRequests.deadline))
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: locale === 'en' ? en : zh }))
}
