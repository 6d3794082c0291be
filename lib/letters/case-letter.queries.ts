import { and, eq } from 'drizzle-orm'
import { clients } from '@/db/schema'
import type { LetterKind, Locale } from '@/db/vocabulary'
import type { Case } from '@/lib/cases/scope.queries'
import { mandateFor } from '@/lib/clients/mandate.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { caseFactsOf } from '@/lib/proposals/case-facts.queries'
import { freeze } from '@/lib/proposals/frozen-letter'
import { templateInUse } from '@/lib/templates/in-use.queries'
import { isAskedFor, namesIdNumber, needsMandate } from './case-kinds'
import type { LetterFacts } from './facts'
import { type Letter, writeLetter } from './letter'
import { asFindings, type Finding, lintLetter } from './lint'
import { type MedicalFault, whyNotWritten } from './medical-letter.queries'
import type { TemplateVersion } from './stamp'

/** Why a letter cannot be written. */
export type LetterFault = 'ANSWERED' | 'NOT_ASKED' | 'NO_MANDATE' | 'INCOMPLETE' | 'TEMPLATE' | MedicalFault

export type CaseLetter = { letter: Letter; template: TemplateVersion; day: string }
export type LetterOrder = { kind: LetterKind; locale: Locale; said?: Pick<LetterFacts, 'dispute' | 'advice'> }
type Refused = { why: LetterFault; findings: Finding[]; letter?: Letter }

/**
 * Writes a letter about a case with the facts and the wording of this moment; `said` is what only the writer can add. A letter
 * in the client's name to a creditor takes what sending the proposal took: consent to contact, and an authority in force. One
 * that would have a gap comes along for a look, with what is wrong.
 */
export async function caseLetter(
  reading: Reading,
  kase: Case,
  { kind, locale, said }: LetterOrder,
): Promise<CaseLetter | Refused> {
  const facts = { ...(await factsFor(reading, kase, { kind, locale })), ...said }
  const fault = groundFault(kind, facts)
  if (fault !== undefined) return { why: fault, findings: [] }
  if (needsMandate(kind) && !(await mayWriteFor(reading, kase))) return { why: 'NO_MANDATE', findings: [] }
  if (kind === 'SUPPLEMENT' && facts.attachments.length === 0)
    return { why: 'INCOMPLETE', findings: [{ code: 'empty_value', word: 'attachments' }] }
  const template = await templateInUse(reading, { kind, locale })
  const written = writeLetter({ kind, template: template.text, facts, language: locale })
  if ('faults' in written) return { why: 'TEMPLATE', findings: asFindings(written.faults) }
  const { letter } = written
  const findings = lintLetter(letter, facts)
  if (findings.length > 0) return { why: 'INCOMPLETE', findings, letter }
  const isMedical = await whyNotWritten(reading, kase, freeze(letter))
  return isMedical ? { why: isMedical, findings: [], letter } : { letter, template, day: facts.today }
}

/** Whether there is anything to write about. */
function groundFault(kind: LetterKind, { submission, proposal }: LetterFacts): LetterFault | undefined {
  if (kind === 'REMINDER' && submission === undefined) return 'ANSWERED'
  return isAskedFor(kind, proposal?.reliefs ?? []) ? undefined : 'NOT_ASKED'
}

async function factsFor(reading: Reading, kase: Case, { kind, locale }: LetterOrder): Promise<LetterFacts> {
  const facts = await caseFactsOf(reading, kase, locale)
  if (kind === 'SUPPLEMENT') return { ...facts, attachments: askedFor(facts) }
  return namesIdNumber(kind) ? { ...facts, client: await withIdNumber(reading, kase, facts) } : facts
}

/** Nobody is given more than they asked for [PIPL 6]. */
const askedFor = ({ attachments, request }: LetterFacts) => attachments.filter((name) => request?.items.includes(name))

async function mayWriteFor(reading: Reading, kase: Case) {
  const { contact, authority } = await mandateFor(reading, kase)
  return contact && authority
}

async function withIdNumber({ tx }: Reading, { orgId, clientId }: Case, { client }: LetterFacts): Promise<LetterFacts['client']> {
  const [row] = await tx
    .select({ idNumber: clients.idNumber })
    .from(clients)
    .where(and(eq(clients.orgId, orgId), eq(clients.id, clientId)))
  const { idNumber } = found(row)
  return idNumber ? { ...client, idNumber } : client
}
