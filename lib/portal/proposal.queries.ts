import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, clients, creditorProducts, creditors, proposalLines, proposalVersions } from '@/db/schema'
import type { CaseStage } from '@/db/vocabulary'
import { query, type Reading } from '@/lib/core/query'
import { found, Refusal } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { toText } from '@/lib/platform/money'
import { asksForPastDay } from '@/lib/proposals/past-day'
import { isDraft } from '@/lib/proposals/scope.queries'
import { expectMay } from './delegated.queries'
import type { Confirmed } from './receipt'
import { stoppedSince } from './stopped.queries'

/** A version as its client reads it: what it means a month, every instalment, and the letter that goes out in their name. */
export const proposal = query({
  name: 'portal.proposal',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(reading, { versionId }) {
    await expectMay(reading, 'READ')
    const { version, product, creditor, stage, ...whose } = await versionOf(reading, versionId)
    if (!isPresented(version, stage)) throw new Refusal('not_found')
    const [{ actor }, stopped] = [reading, await stoppedSince(reading)]
    const lines = await linesOf(reading, versionId)
    const isPast = asksForPastDay({ ...version, lines }, civilDateIn(reading.now, actor.timeZone))
    const isOnTheTable = isUnderReview(version, stage) && stopped === null
    return {
      id: version.id,
      number: version.number,
      version: version.version,
      product,
      creditor,
      letterTitle: version.letterTitle,
      letterText: version.letterText,
      letterLocale: version.letterLocale,
      sentOn: version.sentAt === null ? null : civilDateIn(version.sentAt, actor.timeZone),
      approvedOn: version.clientApprovedAt === null ? null : civilDateIn(version.clientApprovedAt, actor.timeZone),
      receipt: receiptOf(reading, version, whose),
      canApprove: isOnTheTable && !isPast,
      /** A day it asks for, or holds until, is gone by: the office puts that right before anybody confirms it. */
      isToMend: isOnTheTable && isPast,
      /** What is neither confirmed nor sent now, because the basic consent was taken back since. */
      stoppedSince: isDraft(version) ? stopped : null,
      /** Neither sent nor to be sent: another version took its place, or it was taken back. */
      isSetAside: version.sentAt === null && !isDraft(version),
      lines: lines.map(({ debtId, before, after, instalment, total, waived }) => ({
        debtId,
        before,
        after,
        instalment: toText(instalment),
        total: toText(total),
        waived: toText(waived),
      })),
    }
  },
})

type Version = typeof proposalVersions.$inferSelect

const isPresented = ({ sentAt, clientApprovedAt }: Version, stage: CaseStage) =>
  stage === 'CLIENT_REVIEW' || sentAt !== null || clientApprovedAt !== null

const isUnderReview = ({ sentAt, clientApprovedAt }: Version, stage: CaseStage) =>
  stage === 'CLIENT_REVIEW' && sentAt === null && clientApprovedAt === null

/** The record of the client's word for exactly this text; null while they have not given it. */
function receiptOf({ actor }: Reading, version: Version, whose: { caseNo: string; client: string }): Confirmed | null {
  const { clientApprovedAt: at, letterHash: hash } = version
  if (at === null || hash === '') return null
  const text = { document: version.letterTitle, version: version.number, hash }
  const how = { at: at.toISOString(), method: version.approvalChannel, device: version.approvalDevice }
  return { ...whose, organisation: actor.organisationName, ...text, ...how }
}

async function versionOf({ tx, actor }: Reading, id: string) {
  const [row] = await tx
    .select({
      version: proposalVersions,
      ...{ product: creditorProducts.brand, creditor: creditors.legalName, stage: cases.stage },
      ...{ caseNo: cases.number, client: clients.name },
    })
    .from(proposalVersions)
    .innerJoin(cases, and(eq(cases.orgId, proposalVersions.orgId), eq(cases.id, proposalVersions.caseId)))
    .innerJoin(clients, and(eq(clients.orgId, cases.orgId), eq(clients.id, cases.clientId)))
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .innerJoin(creditors, and(eq(creditors.orgId, creditorProducts.orgId), eq(creditors.id, creditorProducts.creditorId)))
    .where(and(eq(proposalVersions.orgId, actor.organisationId), eq(proposalVersions.id, id)))
  return found(row)
}

const linesOf = ({ tx, actor }: Reading, versionId: string) =>
  tx
    .select()
    .from(proposalLines)
    .where(and(eq(proposalLines.orgId, actor.organisationId), eq(proposalLines.versionId, versionId)))
