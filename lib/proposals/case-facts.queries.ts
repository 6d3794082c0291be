import type { Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import type { Reading } from '@/lib/core/query'
import type { LetterFacts } from '@/lib/letters/facts'
import { civilDateIn } from '@/lib/platform/dates'
import type { DebtSheet } from './debt-sheet'
import { isInForce, sourceBehind } from './in-force.queries'
import { letterFactsOf } from './letter-facts'
import type { ProposalSource } from './letter-source'
import { authorityOf, repliesOf } from './reply-facts.queries'
import { askedOf, linesOf, type Version, versionsOf } from './scope.queries'
import { sourceOf } from './source.queries'
import { surplusOf } from './surplus'
import { type AskedLine, workOut } from './work-out'

/**
 * What a letter about this case may say today: what is recorded, what the latest version asks for, what went out and is not
 * answered, and what the creditor asked for or answered. The client's name is whole: mask it before it leaves the server for
 * a screen.
 */
export async function caseFactsOf(reading: Reading, kase: Case, locale: Locale): Promise<LetterFacts> {
  const source = await sourceOf(reading, kase)
  const versions = await versionsOf(reading, kase)
  const [latest] = versions
  const lines = latest === undefined ? [] : (await linesOf(reading, latest)).map(askedOf)
  const inForce = latest !== undefined && (await isInForce(reading, latest))
  const behind = await sourceBehind(reading, kase, { source, inForce })
  const ground = { surplus: surplusOf(source), from: source.today }
  const worked = workOut(behind.sheets, lines, ground)
  const choices = { number: latest?.number ?? 1, locale, sourceOfFunds: latest?.sourceOfFunds ?? '' }
  const waiting = versions.find(({ sentAt, outcome }) => sentAt !== null && outcome === 'PENDING')
  return {
    ...letterFactsOf(behind, worked, choices),
    ...(inForce &&
      agreedFacts(letterFactsOf(behind, worked, choices), letterFactsOf(source, goingOn(source, lines, ground), choices))),
    ...(waiting && submissionOf(waiting, reading)),
    ...(await repliesOf(reading, kase, { source, versions, worked, locale })),
    authority: await authorityOf(reading, kase, locale),
  }
}

/** The notes of an agreement as they go on, those among them that were carried over from an earlier one. */
function goingOn({ sheets }: ProposalSource, lines: readonly AskedLine[], ground: Parameters<typeof workOut>[2]) {
  const isCarried = ({ debtId, agreedPlan }: DebtSheet) =>
    agreedPlan !== undefined && lines.every((line) => line.debtId !== debtId)
  const carried = sheets.filter(isCarried).map(({ debtId }) => ({ debtId, treatment: 'FIRST_INSTALMENT' as const }))
  const asItIs = [...lines, ...carried].map((line) => ({ ...line, reliefs: [] }))
  return workOut(sheets, asItIs, ground)
}

/** Of a version in force: what is owed is what its agreement leaves, and what was granted is not asked for again. */
const agreedFacts = ({ proposal }: LetterFacts, { debt }: LetterFacts): Pick<LetterFacts, 'debt' | 'proposal'> => ({
  debt,
  ...(proposal && { proposal: { ...proposal, reliefs: [] } }),
})

function submissionOf(
  { number, sentAt, channel, expectedReplyBy }: Version,
  { actor }: Reading,
): Pick<LetterFacts, 'submission'> {
  if (sentAt === null || channel === null) return {}
  const submission = { version: number, on: civilDateIn(sentAt, actor.timeZone), channel }
  return { submission: expectedReplyBy === null ? submission : { ...submission, replyBy: expectedReplyBy } }
}
