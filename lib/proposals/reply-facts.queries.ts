import { and, desc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { authorisations, evidenceRequests, evidenceTypes } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import type { Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import { authorityMattersIn, authorityTerm } from '@/lib/clients/authority-text'
import type { Reading } from '@/lib/core/query'
import { answerFor, type Decision, decisionsOf } from '@/lib/decisions/scope.queries'
import type { LetterFacts } from '@/lib/letters/facts'
import { civilDateIn } from '@/lib/platform/dates'
import { isInForce, sourceBehind } from './in-force.queries'
import { askTexts, asPlanned } from './letter-facts'
import type { ProposalSource } from './letter-source'
import { type Line, linesOf, type Version } from './scope.queries'
import { type WorkedVersion, workOut } from './work-out'

type Replies = Pick<LetterFacts, 'request' | 'counter' | 'decision'>

type Known = { source: ProposalSource; versions: readonly Version[]; worked: WorkedVersion; locale: Locale }

/**
 * What the creditor asked for and answered, as letters answer it: a counter-offer is answered with what the version written
 * after it asks for.
 */
export async function repliesOf(reading: Reading, kase: Case, { source, versions, worked, locale }: Known): Promise<Replies> {
  const request = await requestOf(reading, kase, locale)
  const sent = versions.find(({ sentAt }) => sentAt !== null)
  if (sent === undefined) return request
  const behind = await sourceBehind(reading, kase, { source, inForce: await isInForce(reading, sent) })
  const { counter, decision } = await answersOf(reading, { source: behind, version: sent, locale })
  const words = { locale, isNamed: worked.lines.length > 1 }
  const answer = versions[0] === sent ? [] : worked.lines.flatMap((line) => askTexts(asPlanned(line), source.sheets, words))
  return { ...request, ...(counter && { counter: { ...counter, answer } }), ...(decision && { decision }) }
}

/** What the creditor asked for last: the documents named on one day, also those that have been handed in since. */
async function requestOf({ tx, actor }: Reading, { orgId, id }: Case, locale: Locale): Promise<Replies> {
  const rows = await tx
    .select({
      at: evidenceRequests.createdAt,
      deadline: evidenceRequests.deadline,
      zh: evidenceTypes.nameZh,
      en: evidenceTypes.nameEn,
    })
    .from(evidenceRequests)
    .innerJoin(evidenceTypes, and(eq(evidenceTypes.orgId, evidenceRequests.orgId), eq(evidenceTypes.code, evidenceRequests.code)))
    .where(and(eq(evidenceRequests.orgId, orgId), eq(evidenceRequests.caseId, id), eq(evidenceRequests.from, 'CREDITOR')))
    .orderBy(desc(evidenceRequests.createdAt), evidenceRequests.code)
  const [latest] = rows
  if (latest === undefined) return {}
  const dayOf = (at: Date) => civilDateIn(at, actor.timeZone)
  const together = rows.filter(({ at }) => dayOf(at) === dayOf(latest.at))
  const deadline = together.flatMap((row) => row.deadline ?? []).toSorted()[0]
  const items = together.map(({ zh, en }) => (locale === 'en' ? en : zh))
  return { request: { on: dayOf(latest.at), items, ...(deadline && { deadline }) } }
}

type Answered = { source: ProposalSource; version: Version; locale: Locale }

/** What the creditor answered to a version that was sent: its counter-offer, and what it granted, loan note by loan note. */
async function answersOf(reading: Reading, { source, version, locale }: Answered): Promise<Replies> {
  const lines = await linesOf(reading, version)
  const answers = await decisionsOf(reading, version)
  const said = lines.flatMap((line) => {
    const answer = answerFor(line, answers)
    return answer === undefined ? [] : [{ line, answer }]
  })
  const termsOf = (some: typeof said) =>
    some.flatMap(({ line, answer }) =>
      grantedTexts(source, { line, reliefs: grantedBy(line, answer) }, { locale, isNamed: lines.length > 1 }),
    )
  const countered = said.filter(({ answer }) => answer.result === 'COUNTERED')
  const granted = said.filter(({ answer }) => isGrant(answer))
  const [counter, decision] = [countered[0]?.answer, granted[0]?.answer]
  return {
    ...(counter && {
      counter: {
        on: counter.decidedOn,
        version: version.number,
        terms: termsOf(countered),
        isAccepted: countered.every(({ answer }) => answer.counterAccepted),
        answer: [],
      },
    }),
    ...(decision && {
      decision: {
        ...{ on: decision.decidedOn, channel: decision.channel, terms: termsOf(granted) },
        ...(decision.decidedBy && { agent: decision.decidedBy }),
      },
    }),
  }
}

const isGrant = ({ result, counterAccepted }: Decision) =>
  result === 'ACCEPTED' || result === 'ACCEPTED_MODIFIED' || counterAccepted

/** An answer about all loan notes keeps the terms of all of them: what was granted as asked is read off each line. */
const grantedBy = ({ reliefs }: Line, { result, granted }: Decision): ReliefLine[] => (result === 'ACCEPTED' ? reliefs : granted)

type Granted = { line: Line; reliefs: ReliefLine[] }

function grantedTexts(source: ProposalSource, { line, reliefs }: Granted, words: { locale: Locale; isNamed: boolean }) {
  const asked = { debtId: line.debtId, reliefs, treatment: line.treatment }
  const { lines } = workOut(source.sheets, [asked], { surplus: null, from: source.today })
  return lines.flatMap((worked) => askTexts(worked, source.sheets, words))
}

/** The authority letter in force, or the one to be signed today where there is none. */
export async function authorityOf({ tx, actor, now }: Reading, { orgId, clientId }: Case, locale: Locale) {
  const today = civilDateIn(now, actor.timeZone)
  const [held] = await tx
    .select()
    .from(authorisations)
    .where(
      and(
        eq(authorisations.orgId, orgId),
        eq(authorisations.clientId, clientId),
        isNull(authorisations.revokedAt),
        lte(authorisations.validFrom, today),
        or(isNull(authorisations.validTo), sql`${authorisations.validTo} >= ${today}`),
      ),
    )
    .orderBy(desc(authorisations.validFrom))
    .limit(1)
  const usual = authorityTerm(today)
  return {
    matters: [authorityMattersIn(locale, held?.matters)],
    from: held?.validFrom ?? usual.from,
    until: held?.validTo ?? usual.to,
  }
}
