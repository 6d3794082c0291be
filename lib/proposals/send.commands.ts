import { z } from 'zod'
import { contactChannels, speakers } from '@/db/vocabulary'
import { applyMove } from '@/lib/cases/move.commands'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { expectCarried } from '@/lib/evidence/expect-carried'
import { freezeFactors } from '@/lib/factors/freeze.commands'
import { civilDateIn } from '@/lib/platform/dates'
import { civilDay, requiredLine } from '@/lib/platform/fields'
import { expectReady } from './expect-ready'
import { thaw } from './frozen-letter'
import { saveVersion } from './save.commands'
import { isDraft, lockDraft, lockVersion } from './scope.queries'
import { setOthersAside } from './set-aside.commands'
import { sourceOf } from './source.queries'
import { standOf } from './stand.queries'

/**
 * Records that a version went out: how, with what proof, and by when an answer is expected. From here on nothing in it
 * changes; the factors are frozen as they are known now, older versions without an answer are set aside, and the case
 * waits for the creditor. There is no undo.
 * @throws Refusal `guard_missing` {missing, to} · `invalid` {fields} · `rule` {why} · `immutable` · `conflict`
 */
export const sendProposal = command({
  name: 'proposal.send',
  input: z.strictObject({
    versionId: z.uuid(),
    version: z.int().positive(),
    channel: z.enum(contactChannels),
    proof: requiredLine(500),
    expectedReplyBy: civilDay,
    speaker: z.enum(speakers).optional(),
  }),
  async run(work, { versionId, version, channel, proof, expectedReplyBy, speaker }) {
    const held = await lockDraft(work, versionId, version)
    const source = await sourceOf(work, held.kase)
    expectReady(await standOf(work, held, source), { to: 'SUBMITTED' })
    expectDay(work, expectedReplyBy)
    expectCarried(thaw(held.version, held.version.letterLocale).attachments.length, channel)
    await setOthersAside(work, held, 'all')
    const sent = await saveVersion(work, held.version, {
      ...{ sentAt: work.now, sentBy: work.actor.id, channel, proof, expectedReplyBy },
    })
    const { number, letterHash } = sent
    work.audit({ type: 'proposal.sent', caseId: held.kase.id, versionId, number, letterHash })
    await freezeFactors(work, { version: sent, kase: held.kase, speaker: speaker ?? null })
    await applyMove(work, { caseId: held.kase.id, to: 'SUBMITTED' })
    return { caseId: held.kase.id, versionId, version: sent.version, sentAt: work.now.toISOString(), letterHash }
  },
})

/** Takes a version back before it is answered, or drops a draft; a case that waits for the creditor is drafted again. */
export const withdrawProposal = command({
  name: 'proposal.withdraw',
  input: z.strictObject({ versionId: z.uuid(), version: z.int().positive() }),
  async run(work, { versionId, version }) {
    const { version: known, kase } = await lockVersion(work, versionId)
    expectVersion(known, version)
    if (known.outcome !== 'PENDING') throw new Refusal('rule', { why: 'already_answered', outcome: known.outcome })
    const isAwaited = !isDraft(known) && (kase.stage === 'SUBMITTED' || kase.stage === 'INFO_REQUESTED')
    if (isAwaited && kase.stage === 'INFO_REQUESTED') await applyMove(work, { caseId: kase.id, to: 'SUBMITTED' })
    const saved = await saveVersion(work, known, { outcome: 'WITHDRAWN' })
    work.audit({ type: 'proposal.withdrawn', caseId: kase.id, versionId })
    if (isAwaited) await applyMove(work, { caseId: kase.id, to: 'DRAFTING' })
    return { versionId, version: saved.version }
  },
})

function expectDay({ actor, now }: Work, expectedReplyBy: string) {
  if (expectedReplyBy < civilDateIn(now, actor.timeZone)) throw new Refusal('invalid', { fields: { expectedReplyBy: ['past'] } })
}
