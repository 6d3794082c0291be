import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { decisions, organisations } from '@/db/schema'
import { contactChannels, decisionResults, refusalReasons } from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { expectEvidence } from '@/lib/evidence/scope.queries'
import type { Fault } from '@/lib/i18n/messages/faults'
import { addDays, civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, paragraphs } from '@/lib/platform/fields'
import { reliefLines } from '@/lib/proposals/asked-lines'
import { type Line, linesOf, lockVersion, type OnTheTable } from '@/lib/proposals/scope.queries'
import { sourceOf } from '@/lib/proposals/source.queries'
import { isAnswerable } from './answerable'
import { isAsAsked } from './same-reliefs'
import { settle } from './settle.commands'
import { ratiosOf } from './terms-granted'

const input = z.strictObject({
  versionId: z.uuid(),
  debtId: z.uuid().optional(),
  result: z.enum(decisionResults),
  granted: reliefLines.default([]),
  reasons: z.array(z.enum(refusalReasons)).max(refusalReasons.length).default([]),
  decidedOn: civilDay,
  channel: z.enum(contactChannels),
  decidedBy: line(100).default(''),
  note: paragraphs(2000).default(''),
  evidenceId: z.uuid().optional(),
})
type Given = z.output<typeof input>

/**
 * Records the creditor's answer to a version, for all its loan notes or for one (SS-04). Once each has an answer the case
 * moves on: to its confirmation, to the counter-offer, or to its fallback; a refusal ends the round, not the case. What was
 * granted becomes the draft of an agreement.
 * @throws Refusal `invalid` {fields} · `rule` {why: 'not_awaited' | 'still_time'}
 */
export const recordDecision = command({
  name: 'decision.record',
  input,
  async run(work, given) {
    const held = await lockVersion(work, given.versionId)
    expectAwaiting(held)
    const lines = await linesOf(work, held.version)
    const about = expectAnswer(work, given, held, lines)
    if (given.result === 'NO_RESPONSE') await expectSilence(work, held)
    if (given.evidenceId !== undefined) await expectEvidence(work, { evidenceId: given.evidenceId, clientId: held.kase.clientId })
    const decisionId = await insert(work, given, held, about)
    const { version, kase } = held
    work.audit({
      ...{ type: 'decision.recorded', caseId: kase.id, versionId: version.id },
      ...{ result: given.result, reasons: given.reasons },
    })
    return { decisionId, ...(await settle(work, held)) }
  },
})

function expectAwaiting({ version, kase }: OnTheTable) {
  if (!isAnswerable({ version, kase }))
    throw new Refusal('rule', { why: 'not_awaited', outcome: version.outcome, stage: kase.stage })
}

/** @returns the lines the answer is about */
function expectAnswer({ now, actor }: Work, given: Given, { version }: OnTheTable, lines: readonly Line[]): Line[] {
  const today = civilDateIn(now, actor.timeZone)
  const sentOn = version.sentAt === null ? today : civilDateIn(version.sentAt, actor.timeZone)
  const about = lines.filter(({ debtId }) => given.debtId === undefined || debtId === given.debtId)
  const states = given.result === 'ACCEPTED_MODIFIED' || given.result === 'COUNTERED'
  const faults: readonly [field: string, isWrong: boolean, code: Fault][] = [
    ['debtId', about.length === 0, 'choice'],
    ['debtId', states && about.length > 1, 'required'],
    ['granted', states && given.granted.length === 0, 'required'],
    ['granted', states && about.some(({ reliefs }) => isAsAsked(reliefs, given.granted)), 'same_as_asked'],
    ['reasons', given.result === 'REJECTED' && given.reasons.length === 0, 'required'],
    ['decidedOn', given.decidedOn > today, 'in_future'],
    ['decidedOn', given.decidedOn < sentOn, 'before_sending'],
  ]
  const wrong = faults.filter(([, isWrong]) => isWrong).map(([field, , code]) => [field, [code]] as const)
  if (wrong.length > 0) throw new Refusal('invalid', { fields: Object.fromEntries(wrong) })
  return about
}

/** Silence is an answer only once the expected day and the office's days of grace (60 unless it says otherwise) are over. */
async function expectSilence({ actor, tx, now }: Work, { version }: OnTheTable) {
  const [office] = await tx
    .select({ rules: organisations.rules })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId))
  const { expectedReplyBy } = version
  const until = expectedReplyBy === null ? null : addDays(expectedReplyBy, found(office).rules.noResponseDays)
  if (until !== null && until >= civilDateIn(now, actor.timeZone)) throw new Refusal('rule', { why: 'still_time', until })
}

async function insert(work: Work, given: Given, { version, kase }: OnTheTable, about: readonly Line[]) {
  const { sheets } = await sourceOf({ ...work }, kase)
  const granted = given.result === 'ACCEPTED' ? about.flatMap(({ reliefs }) => reliefs) : given.granted
  const ratios = about.flatMap((asked) => {
    const sheet = sheets.find(({ debtId }) => debtId === asked.debtId)
    return sheet === undefined ? [] : Object.entries(ratiosOf({ asked, sheet, result: given.result, granted }))
  })
  const id = randomUUID()
  await work.tx.insert(decisions).values({
    ...{ orgId: version.orgId, id, versionId: version.id, caseId: kase.id, clientId: kase.clientId },
    ...{ debtId: given.debtId ?? null, result: given.result, granted, reasons: given.reasons },
    grantRatios: Object.fromEntries(ratios),
    ...{ decidedOn: given.decidedOn, recordedAt: work.now, channel: given.channel, decidedBy: given.decidedBy },
    ...{ note: given.note, evidenceId: given.evidenceId ?? null, by: work.actor.id },
  })
  return id
}
