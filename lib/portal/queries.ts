import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, cases, clients, creditorProducts, creditors, members, organisations, proposalVersions } from '@/db/schema'
import { type CaseStage, type Locale, locales } from '@/db/vocabulary'
import { type Actor, hasRole } from '@/lib/core/actor'
import { query, type Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { civilDateIn } from '@/lib/platform/dates'
import { asksForPastDay } from '@/lib/proposals/past-day'
import { linesOf } from '@/lib/proposals/scope.queries'
import { expectMay, verbsOf } from './delegated.queries'
import { movesOf } from './moves.queries'
import { isDifficultyTold, nextInstalment } from './next-instalment.queries'
import { type NextThing, nextThing, type Waiting } from './next-thing'
import { documentsOf, notHereOf, openRequests } from './own-documents.queries'
import { papersOf } from './papers.queries'
import { progressOf } from './progress'
import { stoppedSince } from './stopped.queries'
import { waitsFor } from './usual-wait.queries'

/** Where the client's cases stand, whose turn it is, and the one thing to do now. Row-level security keeps it to their own. */
export const home = query({
  name: 'portal.home',
  input: z.strictObject({ locale: z.enum(locales).default('zh-CN') }),
  async run(reading, { locale }) {
    await expectMay(reading, 'READ')
    const [client, own, may] = [await clientOf(reading), await casesOf(reading), await verbsOf(reading)]
    const waiting: InCase[] = []
    for (const kase of own) waiting.push(await waitingIn(reading, kase.id, locale))
    const today = civilDateIn(reading.now, reading.actor.timeZone)
    const [moves, waits] = [await movesOf(reading), await waitsFor(reading, own)]
    const stopped = await stoppedSince(reading)
    const next: NextThing = stopped === null ? nextThing(waiting, today, await paperToConfirm(reading, own)) : { kind: 'nothing' }
    const takesPapers = may.includes('UPLOAD') && stopped === null
    return {
      client,
      office: await officeOf(reading),
      cases: own.map(({ closingOutcome, ...kase }, index) => ({
        ...kase,
        steps: progressOf(kase.stage, moves.get(kase.id), closingOutcome),
        wait: waits[index] ?? null,
        instalment: waiting[index]?.instalment ?? null,
        isApproved: waiting[index]?.isApproved ?? false,
        /** They said that they cannot pay, and wait for our call, which nobody makes while the work stands still. */
        isTold: stopped === null && waiting[index]?.isTold === true,
      })),
      next,
      /** Since when nothing is worked on or asked for, because the basic consent was taken back. */
      stoppedSince: stopped,
      may,
      /** What was handed in names illnesses and deaths: only who hands in papers too sees it. */
      documents: may.includes('UPLOAD') ? await documentsOf(reading, locale, takesPapers) : null,
      /** What was asked for besides the one thing to do now. */
      wanted: takesPapers ? waiting.flatMap(({ requests }) => requests).filter(({ id }) => !isNext(next, id)) : [],
      notHere: takesPapers ? await notHereOf(reading, locale) : [],
      sent: await sentOf(reading),
      today,
    }
  },
})

const isNext = (next: NextThing, requestId: string) => next.kind === 'upload' && next.requestId === requestId

const clientId = (actor: Actor) => found(actor.clientId)

async function clientOf({ tx, actor }: Reading) {
  const [client] = await tx
    .select({ name: clients.name, preferredName: clients.preferredName, needsCare: clients.needsCare })
    .from(clients)
    .where(and(eq(clients.orgId, actor.organisationId), eq(clients.id, clientId(actor))))
  const { needsCare, ...names } = found(client)
  return { ...names, needsCare: needsCare && hasRole(actor, 'CLIENT') }
}

async function officeOf({ tx, actor }: Reading) {
  const [office] = await tx
    .select({ name: organisations.name, phone: organisations.phone, feePolicy: organisations.feePolicy })
    .from(organisations)
  return { ...found(office), id: actor.organisationId }
}

const casesOf = ({ tx, actor }: Reading) =>
  tx
    .select({
      id: cases.id,
      number: cases.number,
      stage: cases.stage,
      closingOutcome: cases.closingOutcome,
      whoseMove: cases.whoseMove,
      product: creditorProducts.brand,
      creditor: creditors.legalName,
      /** As people say it; the legal name stands where it matters. */
      shortCreditor: creditors.shortName,
      creditorId: creditors.id,
      counsellor: members.name,
      openedAt: cases.openedAt,
    })
    .from(cases)
    .innerJoin(creditorProducts, and(eq(creditorProducts.orgId, cases.orgId), eq(creditorProducts.id, cases.productId)))
    .innerJoin(creditors, and(eq(creditors.orgId, creditorProducts.orgId), eq(creditors.id, creditorProducts.creditorId)))
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.userId, cases.ownerId)))
    .where(and(eq(cases.orgId, actor.organisationId), eq(cases.clientId, clientId(actor))))
    .orderBy(desc(cases.openedAt))

/** With it whether the version on the table is confirmed and only has to go out. */
type InCase = Waiting & { isApproved: boolean; instalment: Awaited<ReturnType<typeof nextInstalment>> }

async function waitingIn(reading: Reading, caseId: string, locale: Locale): Promise<InCase> {
  const [requests, version, agreement] = [
    await openRequests(reading, { caseId, locale }),
    await versionOnTheTable(reading, caseId),
    await agreementToSign(reading, caseId),
  ]
  const [instalment, isTold] = [await nextInstalment(reading, caseId), await isDifficultyTold(reading, caseId)]
  const isApproved = version !== undefined && version.approvedAt !== null
  const isToRead = version !== undefined && !isApproved && !(await isPast(reading, version))
  const toApprove = isToRead ? { id: version.id, number: version.number } : null
  return { caseId, requests, toApprove, toSign: agreement ?? null, instalment, isTold, isApproved }
}

/** What names a day gone by is put right by the office before anybody is asked for their word. */
async function isPast(reading: Reading, version: NonNullable<Awaited<ReturnType<typeof versionOnTheTable>>>) {
  const lines = await linesOf(reading, { orgId: reading.actor.organisationId, id: version.id })
  return asksForPastDay({ ...version, lines }, civilDateIn(reading.now, reading.actor.timeZone))
}

/** The paper made of the client's newest figures, while it waits for their own word and a case still needs it. */
async function paperToConfirm(reading: Reading, own: readonly { stage: CaseStage }[]) {
  if (!hasRole(reading.actor, 'CLIENT') || own.every(({ stage }) => stage === 'CLOSED')) return null
  return (await papersOf(reading)).find(({ standing }) => standing === 'waiting') ?? null
}

/** The newest draft of a case that waits for its client. */
async function versionOnTheTable({ tx, actor }: Reading, caseId: string) {
  const [version] = await tx
    .select({
      ...{ id: proposalVersions.id, number: proposalVersions.number },
      ...{ approvedAt: proposalVersions.clientApprovedAt, validUntil: proposalVersions.validUntil },
    })
    .from(proposalVersions)
    .innerJoin(cases, and(eq(cases.orgId, proposalVersions.orgId), eq(cases.id, proposalVersions.caseId)))
    .where(
      and(
        eq(proposalVersions.orgId, actor.organisationId),
        eq(proposalVersions.caseId, caseId),
        eq(cases.stage, 'CLIENT_REVIEW'),
        eq(proposalVersions.outcome, 'PENDING'),
        isNull(proposalVersions.sentAt),
      ),
    )
    .orderBy(desc(proposalVersions.number))
    .limit(1)
  return version
}

async function agreementToSign({ tx, actor }: Reading, caseId: string) {
  const [agreement] = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, actor.organisationId),
        eq(agreements.caseId, caseId),
        eq(agreements.status, 'DRAFT'),
        isNotNull(agreements.writtenConfirmationId),
        isNull(agreements.receiptSignedAt),
      ),
    )
  return agreement
}

async function sentOf({ tx, actor }: Reading) {
  const rows = await tx
    .select({
      id: proposalVersions.id,
      number: proposalVersions.number,
      sentAt: proposalVersions.sentAt,
      caseId: proposalVersions.caseId,
    })
    .from(proposalVersions)
    .where(
      and(
        eq(proposalVersions.orgId, actor.organisationId),
        eq(proposalVersions.clientId, clientId(actor)),
        isNotNull(proposalVersions.sentAt),
      ),
    )
    .orderBy(desc(proposalVersions.sentAt))
    .limit(20)
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentOn: sentAt === null ? '' : civilDateIn(sentAt, actor.timeZone) }))
}
