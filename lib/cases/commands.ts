import { z } from 'zod'
import { sensitiveGrants } from '@/db/schema'
import {
  type CaseStage,
  caseStages,
  closingOutcomes,
  fallbackReasons,
  limitationAnswers,
  movers,
  type NextActionCode,
  nextActionCodes,
  triageResults,
} from '@/db/vocabulary'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import type { Fault } from '@/lib/i18n/messages/faults'
import { addMonths, type CivilDate, civilDateIn } from '@/lib/platform/dates'
import { civilDay, line, paragraphs, requiredParagraphs } from '@/lib/platform/fields'
import { answerLimitation } from './limitation.commands'
import { moveLocked, saveMove } from './move.commands'
import { expectOnlyOpen } from './one-open.queries'
import { expectMember } from './people.queries'
import { type Case, lockCase } from './scope.queries'
import { moveSearchRow } from './search-index.commands'
import { isReopening } from './stages'

const onCase = { caseId: z.uuid(), version: z.int().positive() }

/**
 * Moves a card to another stage by hand, with what small forms supply in the same breath: a reason, why it falls back,
 * how it closes, the answer to the limitation question of the draft. Can be undone.
 * @throws Refusal `guard_missing` {missing: GuardName[], to, canOverride} · `rule` · `conflict` {current}
 */
export const moveCase = command({
  name: 'case.move',
  input: z.strictObject({
    ...onCase,
    to: z.enum(caseStages),
    reason: paragraphs(500).optional(),
    override: z.boolean().optional(),
    fallback: z.enum(fallbackReasons).optional(),
    limitation: z.enum(limitationAnswers).optional(),
    closing: z
      .strictObject({ outcome: z.enum(closingOutcomes), reason: requiredParagraphs(500), summary: requiredParagraphs(1000) })
      .optional(),
  }),
  async run(work, { version, limitation, ...move }) {
    const kase = await lockCase(work, move.caseId)
    expectVersion(kase, version)
    const isKept = limitation === undefined || (await answerLimitation(work, kase, limitation))
    const moved = await moveLocked(work, kase, move, { undoable: true })
    if (!isKept) throw new Refusal('guard_missing', { missing: ['version'], to: move.to, canOverride: false })
    if (isReopening({ from: kase.stage, to: move.to })) await expectOnlyOpen(work, kase)
    return moved
  },
})

/** Gives the case to another member of staff, and to a team or none. `before` says whose it was, so that it can be given back. */
export const assignCase = command({
  name: 'case.assign',
  input: z.strictObject({ ...onCase, ownerId: z.uuid(), teamId: z.uuid().nullish() }),
  async run(work, { caseId, version, ownerId, teamId }) {
    const kase = await lockCase(work, caseId)
    expectVersion(kase, version)
    await expectMember(work, ownerId)
    const team = teamId === undefined ? kase.teamId : teamId
    const saved = await saveMove(work, kase, { ownerId, teamId: team })
    await moveSearchRow(work, kase, { ownerId, teamId: team })
    work.audit({ type: 'case.assigned', caseId, from: kase.ownerId, to: ownerId })
    return { ...saved, before: { ownerId: kase.ownerId, teamId: kase.teamId } }
  },
})

/**
 * Sets what comes next, in a code and optionally one's own words, by when, and whose move it is. Open cases only. `before`
 * says what it was, so that it can be set back.
 */
export const setNextAction = command({
  name: 'case.setNextAction',
  input: z.strictObject({
    ...onCase,
    action: z.enum(nextActionCodes),
    text: line(200).default(''),
    dueOn: civilDay,
    whoseMove: z.enum(movers).exclude(['nobody']).optional(),
  }),
  async run(work, { caseId, version, action, text, dueOn, whoseMove }) {
    const kase = await lockCase(work, caseId)
    expectVersion(kase, version)
    expectOpen(kase)
    if (dueOn !== kase.dueOn) expectDue(work, kase, dueOn)
    expectSaid(kase, { action, text })
    const words = { nextAction: action, nextActionText: text, dueOn }
    const saved = await saveMove(work, kase, { ...words, whoseMove: whoseMove ?? kase.whoseMove })
    work.audit({ type: 'case.nextActionSet', caseId, action, dueOn })
    const before = { action: kase.nextAction, text: kase.nextActionText, dueOn: kase.dueOn, whoseMove: kase.whoseMove }
    return { ...saved, before }
  },
})

/**
 * Puts a case on hold until a date, when it wakes by itself; `until: null` wakes it now.
 * @throws Refusal `invalid` {fields} for a day that is not to come, or no reason
 */
export const holdCase = command({
  name: 'case.hold',
  input: z.strictObject({ ...onCase, until: civilDay.nullable(), reason: line(200).default('') }),
  async run(work, { caseId, version, until, reason }) {
    const kase = await lockCase(work, caseId)
    expectVersion(kase, version)
    expectOpen(kase)
    if (until !== null) expectHold(work, { until, reason })
    const saved = await saveMove(work, kase, { holdUntil: until, holdReason: until === null ? '' : reason })
    work.audit({ type: 'case.held', caseId, until })
    return saved
  },
})

/** Records what the first assessment came to, and why. */
export const triageCase = command({
  name: 'case.triage',
  input: z.strictObject({ ...onCase, result: z.enum(triageResults), reason: requiredParagraphs(500) }),
  async run(work, { caseId, version, result, reason }) {
    const kase = await lockCase(work, caseId)
    expectVersion(kase, version)
    expectOpen(kase)
    const saved = await saveMove(work, kase, { triage: result, triageReason: reason })
    work.audit({ type: 'case.triaged', caseId, result })
    return saved
  },
})

/** Lets one member of staff open the medical and safeguarding content of one case. */
export const grantSensitive = command({
  name: 'case.grantSensitive',
  input: z.strictObject({ caseId: z.uuid(), userId: z.uuid(), reason: requiredParagraphs(500) }),
  async run(work, { caseId, userId, reason }) {
    const kase = await lockCase(work, caseId)
    await expectMember(work, userId)
    const grant = { orgId: kase.orgId, caseId, userId, grantedBy: work.actor.id, grantedAt: work.now, reason }
    await work.tx.insert(sensitiveGrants).values(grant).onConflictDoNothing()
    work.audit({ type: 'case.sensitiveGranted', caseId, userId })
    return { caseId, userId }
  },
})

function expectDue({ now, actor }: Work, { openedAt }: Case, dueOn: CivilDate) {
  const [opened, today] = [civilDateIn(openedAt, actor.timeZone), civilDateIn(now, actor.timeZone)]
  if (dueOn < opened) throw new Refusal('invalid', { fields: { dueOn: ['before_case'] } })
  if (isFarAhead(dueOn, today)) throw new Refusal('invalid', { fields: { dueOn: ['far_ahead'] } })
}

/** “Other action” says nothing by itself; a case that stands so already may have its day or its mover changed. */
function expectSaid({ nextAction, nextActionText }: Case, { action, text }: { action: NextActionCode; text: string }) {
  const standsSo = nextActionText === '' && (nextAction ?? 'CUSTOM') === action
  if (action === 'CUSTOM' && text === '' && !standsSo) throw new Refusal('invalid', { fields: { text: ['required'] } })
}

/** Nobody plans more than ten years ahead: it is a slip of the pen, which would put the case out of sight for good. */
const isFarAhead = (day: CivilDate, today: CivilDate) => day > addMonths(today, 120)

/** On its last day a held case is awake again: only a later day holds anything. */
function expectHold({ now, actor }: Work, { until, reason }: { until: CivilDate; reason: string }) {
  const today = civilDateIn(now, actor.timeZone)
  const fields: Record<string, Fault[]> = {
    ...(until <= today && { until: ['after_today'] }),
    ...(isFarAhead(until, today) && { until: ['far_ahead'] }),
    ...(reason === '' && { reason: ['required'] }),
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}

function expectOpen({ stage }: Pick<Case, 'stage'>) {
  const closed: CaseStage = 'CLOSED'
  if (stage === closed) throw new Refusal('rule', { why: 'closed' })
}
