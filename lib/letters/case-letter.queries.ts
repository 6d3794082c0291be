import { and, eq } from 'drizzle-orm'
import { clients } from '@/db/schema'
import type { LetterKind, Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import { mandateFor } from '@/lib/clients/mandate.queries'
import { basicConsentEnded } from '@/lib/core/basic-consent.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { caseFactsOf } from '@/lib/proposals/case-facts.queries'
import { freeze } from '@/lib/proposals/frozen-letter'
import { templateInUse } from '@/lib/templates/in-use.queries'
import { isAskedFor, namesIdNumber, needsBasicConsent, needsMandate } from './case-kinds'
import { clientFactsOf } from './client-facts.queries'
import { enclosed, type PaperChoice, papersFor, stillToCome } from './enclosures.queries'
import type { LetterFacts } from './facts'
import { lowersNothing } from './instalments'
import { type Letter, writeLetter } from './letter'
import { asFindings, type Finding, lintLetter } from './lint'
import { asListed } from './listed-papers'
import { type MedicalFault, whyNotWritten } from './medical-letter.queries'
import type { TemplateVersion } from './stamp'
import { owed } from './variables-case'

/** Why a letter cannot be written. */
export type LetterFault =
  | 'ANSWERED'
  | 'NOT_ASKED'
  | 'NOT_LOWER'
  | 'NOTHING_OWED'
  | 'NOTHING_WANTED'
  | 'NO_INSTALMENT'
  | 'NO_CONSENT'
  | 'NO_MANDATE'
  | 'ENCLOSURE'
  | 'INCOMPLETE'
  | 'TEMPLATE'
  | MedicalFault

/** A letter, what it was made with, and the files it encloses. */
export type CaseLetter = { letter: Letter; template: TemplateVersion; day: string; enclosed: readonly string[] }
export type LetterOrder = {
  kind: LetterKind
  locale: Locale
  said?: Pick<LetterFacts, 'dispute' | 'advice'>
  /** Codes of the papers to enclose; left out: all that may go. */
  chosen?: readonly string[] | undefined
}
type Refused = { why: LetterFault; findings: Finding[]; letter?: Letter }

/**
 * Writes a letter about a case with the facts and the wording of this moment; `said` is what only the writer can add. A letter
 * in the client's name to a creditor takes what sending the proposal took: consent to contact, and an authority in force. One
 * that would have a gap comes along for a look, with what is wrong.
 */
export async function caseLetter(
  reading: Reading,
  kase: Case,
  { kind, locale, said, chosen }: LetterOrder,
): Promise<CaseLetter | Refused> {
  const papers = await papersFor(reading, kase, kind)
  const { taken, outside } = enclosed(papers, chosen)
  const facts = {
    ...(await factsFor(reading, kase, { kind, locale, papers })),
    ...said,
    attachments: asListed(taken).map(({ zh, en }) => (locale === 'en' ? en : zh)),
  }
  const fault = groundFault(kind, facts) ?? (await mandateFault(reading, kase, kind))
  if (fault !== undefined) return { why: fault, findings: [] }
  if (outside.length > 0) return { why: 'ENCLOSURE', findings: [] }
  if (kind === 'SUPPLEMENT' && facts.attachments.length === 0)
    return { why: 'INCOMPLETE', findings: [{ code: 'empty_value', word: 'attachments' }] }
  const template = await templateInUse(reading, { kind, locale })
  const written = writeLetter({ kind, template: template.text, facts, language: locale })
  if ('faults' in written) return { why: 'TEMPLATE', findings: asFindings(written.faults) }
  const { letter } = written
  const findings = lintLetter(letter, facts)
  if (findings.length > 0) return { why: 'INCOMPLETE', findings, letter }
  const isMedical = await whyNotWritten(reading, kase, freeze(letter))
  if (isMedical) return { why: isMedical, findings: [], letter }
  return { letter, template, day: facts.today, enclosed: [...new Set(taken.flatMap(({ files }) => files.map(({ id }) => id)))] }
}

async function toComeIn(reading: Reading, kase: Case, { papers, locale }: { papers: readonly PaperChoice[]; locale: Locale }) {
  const missing = await stillToCome(reading, kase, papers)
  return [...new Set(missing.map(({ zh, en }) => (locale === 'en' ? en : zh)))]
}

/** What a letter is about, and the fault where there is none. */
const subjects: Partial<Record<LetterKind, [LetterFault, keyof LetterFacts]>> = {
  REMINDER: ['ANSWERED', 'submission'],
  DOCUMENT_REQUEST: ['NOTHING_WANTED', 'wanted'],
  PLAN_REMINDER: ['NO_INSTALMENT', 'instalment'],
}

/** Letters about a debt that is there. */
const ofDebt: ReadonlySet<LetterKind> = new Set([
  ...(['HARDSHIP_NOTICE', 'TERM_EXTENSION', 'LOWER_INSTALMENT', 'WAIVER', 'LUMP_SUM', 'DATE_CHANGE'] as const),
  ...(['SUPPLEMENT', 'COUNTER_REPLY', 'REMINDER', 'PHONE_SCRIPT', 'CLIENT_SUMMARY'] as const),
])

const isPaidOff = ({ debt }: Pick<LetterFacts, 'debt'>) => debt.contractNumbers.length > 0 && owed(debt).isZero()

/** Whether there is anything to write about. */
function groundFault(kind: LetterKind, facts: LetterFacts): LetterFault | undefined {
  const [fault, subject] = subjects[kind] ?? []
  if (subject !== undefined && !(subject in facts)) return fault
  return (['NOTHING_OWED', 'NOT_ASKED', 'NOT_LOWER'] as const).find((one) => isGroundless[one](kind, facts))
}

const isGroundless: Record<'NOTHING_OWED' | 'NOT_ASKED' | 'NOT_LOWER', (kind: LetterKind, facts: LetterFacts) => boolean> = {
  NOTHING_OWED: (kind, facts) => ofDebt.has(kind) && isPaidOff(facts),
  NOT_ASKED: (kind, { proposal }) => !isAskedFor(kind, proposal?.reliefs ?? []),
  NOT_LOWER: (kind, facts) => kind === 'LOWER_INSTALMENT' && lowersNothing(facts),
}

type Telling = Pick<LetterOrder, 'kind' | 'locale'> & { papers: readonly PaperChoice[] }

async function factsFor(reading: Reading, kase: Case, { kind, locale, papers }: Telling): Promise<LetterFacts> {
  const toCome = kind === 'SUPPLEMENT' ? await toComeIn(reading, kase, { papers, locale }) : []
  const facts = { ...(await caseFactsOf(reading, kase, locale)), ...(await clientFactsOf(reading, kase, locale)), toCome }
  return namesIdNumber(kind) ? { ...facts, client: await withIdNumber(reading, kase, facts) } : facts
}

async function mandateFault(reading: Reading, kase: Case, kind: LetterKind): Promise<LetterFault | undefined> {
  if (needsBasicConsent(kind) && (await basicConsentEnded(reading, kase.clientId)) !== null) return 'NO_CONSENT'
  if (!needsMandate(kind)) return undefined
  const { contact, authority } = await mandateFor(reading, kase)
  return contact && authority ? undefined : 'NO_MANDATE'
}

async function withIdNumber({ tx }: Reading, { orgId, clientId }: Case, { client }: LetterFacts): Promise<LetterFacts['client']> {
  const [row] = await tx
    .select({ idNumber: clients.idNumber })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  const { idNumber } = found(row)
  return idNumber ? { ...client, idNumber } : client
}
