import { eq } from 'drizzle-orm'
import { organisations } from '@/db/schema'
import { consentsInForce } from '@/lib/clients/consent.commands'
import { type Mandate, mandateFor } from '@/lib/clients/mandate.queries'
import { tellsOfHealth } from '@/lib/clients/medical.queries'
import type { Reading } from '@/lib/core/query'
import { found } from '@/lib/core/refusal'
import { compose } from './compose'
import type { ProposalSource } from './letter-source'
import { leftOut } from './other-notes'
import { asksForPastDay } from './past-day'
import type { Standing } from './readiness'
import { wasRefused } from './rounds'
import { askedOf, type Line, linesOf, type OnTheTable, type Version, versionsOf } from './scope.queries'
import { keptWording, newWording } from './wording.queries'

/**
 * A draft on the day it is looked at: what it comes to, what it still lacks, what is wrong with its letter, and whether
 * the facts behind the letter have changed since it was written and approved.
 */
export async function standOf(reading: Reading, { version, kase }: OnTheTable, source: ProposalSource) {
  const lines = await linesOf(reading, version)
  const content = { ...version, lines: lines.map(askedOf) }
  const wording = (await keptWording(reading, version)) ?? (await newWording(reading, version.letterLocale, source.today))
  const composed = compose(source, content, wording)
  const lastSent = (await versionsOf(reading, kase)).find(({ sentAt }) => sentAt !== null)
  const facts = {
    ...{ hardship: source.hardship !== null, statement: source.statement !== null },
    ...{ letterFaults: composed.findings.length, fits: composed.worked.affordability?.fits ?? null },
    ...{ wasRefused: wasRefused(lastSent), supervisorChecks: await supervisorChecks(reading) },
    mandate: await mandateFor(reading, kase),
    leftOut: leftOut(source.sheets, lines, source.today).length,
    warnings: composed.worked.lines.flatMap(({ warnings }) => warnings),
    asksForPastDay: asksForPastDay({ ...version, lines }, source.today),
    tellsHealthUnasked: await tellsHealthUnasked(reading, kase, composed.letterText),
  }
  return {
    ...composed,
    lines,
    factsChanged: composed.letterHash !== version.letterHash,
    standing: standingOf(version, lines, facts),
  }
}

type FileFacts = Pick<
  Standing,
  | 'hardship'
  | 'statement'
  | 'letterFaults'
  | 'fits'
  | 'wasRefused'
  | 'supervisorChecks'
  | 'leftOut'
  | 'tellsHealthUnasked'
  | 'warnings'
  | 'asksForPastDay'
> & {
  mandate: Mandate
}

const standingOf = (version: Version, lines: readonly Line[], { mandate, ...facts }: FileFacts): Standing => ({
  ...facts,
  ...{ mayWork: mandate.basic, mayContact: mandate.contact, mayShare: mandate.share, hasAuthority: mandate.authority },
  lines: lines.length,
  needsFunds: lines.some(({ reliefs }) => reliefs.some(({ type }) => type === 'LUMP_SUM')),
  sourceOfFunds: version.sourceOfFunds,
  whatChanged: version.whatChanged,
  overAffordableReason: version.overAffordableReason,
  limitationAnswered: version.limitationAnswer !== null,
  checked: version.checkedAt !== null,
  approved: version.clientApprovedAt !== null,
  truthDeclared: version.truthDeclaredAt !== null,
})

async function tellsHealthUnasked(reading: Reading, { clientId }: { clientId: string }, text: string): Promise<boolean> {
  if (!(await tellsOfHealth(reading, clientId, text))) return false
  return (await consentsInForce(reading, clientId, 'SENSITIVE')).length === 0
}

async function supervisorChecks({ actor, tx }: Reading): Promise<boolean> {
  const [organisation] = await tx
    .select({ rules: organisations.rules })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  return found(organisation).rules.supervisorChecks
}
