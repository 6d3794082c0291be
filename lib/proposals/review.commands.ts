import { z } from 'zod'
import type { ConsentChannel } from '@/db/vocabulary'
import { applyMove } from '@/lib/cases/move.commands'
import type { Case } from '@/lib/cases/scope.queries'
import { canGo } from '@/lib/cases/stages'
import { command, type Work } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { expectReady, expectSense } from './expect-ready'
import { onlyForSending } from './readiness'
import { saveVersion } from './save.commands'
import { linesOf, lockDraft, type OnTheTable } from './scope.queries'
import { setOthersAside } from './set-aside.commands'
import { sourceOf } from './source.queries'
import { standOf } from './stand.queries'

const onVersion = { versionId: z.uuid(), version: z.int().positive() }

/** A supervisor has looked at this version and lets it go on. */
export const checkProposal = command({
  name: 'proposal.check',
  input: z.strictObject(onVersion),
  async run(work, { versionId, version }) {
    const held = await lockDraft(work, versionId, version)
    await expectSomething(work, held)
    const saved = await saveVersion(work, held.version, { checkedBy: work.actor.id, checkedAt: work.now })
    work.audit({ type: 'proposal.checked', caseId: held.kase.id, versionId })
    return { versionId, version: saved.version }
  },
})

/**
 * Puts one version before the client: the case goes to 待客户确认, and drafts beside it are set aside, so that there is
 * never a doubt which one is meant.
 * @throws Refusal `guard_missing` {missing, to} · `invalid` for a reason that is missing · `rule` {why: 'letter'}
 */
export const presentProposal = command({
  name: 'proposal.present',
  input: z.strictObject(onVersion),
  async run(work, { versionId, version }) {
    const held = await lockDraft(work, versionId, version)
    const stand = await standOf(work, held, await sourceOf(work, held.kase))
    expectReady(stand, { to: 'CLIENT_REVIEW', except: onlyForSending })
    await setOthersAside(work, held, 'drafts')
    work.audit({ type: 'proposal.presented', caseId: held.kase.id, versionId, hash: held.version.letterHash })
    await bringToReview(work, held.kase, held.version.whatChanged)
    return { versionId, version: held.version.version }
  },
})

/** Notes that the client approved exactly this version on paper or by phone, with us on the line (SP-12). */
export const recordApproval = command({
  name: 'proposal.recordApproval',
  input: z.strictObject({ ...onVersion, channel: z.enum(['PAPER', 'PHONE']) }),
  run: (work, approval) => approveVersion(work, approval),
})

/**
 * The client's approval of exactly this version: any later change of it takes the approval back. For the portal and the
 * office alike.
 * @throws Refusal `conflict` where it has changed since it was read · `immutable` once sent · `rule` {why: consent_withdrawn | already_approved |
 * one of `senseNeeds`}
 */
type Approval = { versionId: string; version: number; channel?: ConsentChannel; device?: string }

export async function approveVersion(work: Work, { versionId, version, channel = 'PORTAL', device = '' }: Approval) {
  const held = await lockDraft(work, versionId, version)
  await expectSomething(work, held)
  if (held.version.clientApprovedAt !== null) throw new Refusal('rule', { why: 'already_approved' })
  const how = { approvalChannel: channel, approvalDevice: device }
  const approval = { clientApprovedAt: work.now, clientApprovedBy: work.actor.id, ...how }
  const saved = await saveVersion(work, held.version, approval)
  work.audit({ type: 'proposal.approved', caseId: held.kase.id, versionId, hash: saved.letterHash, channel })
  return { versionId, version: saved.version, hash: saved.letterHash }
}

/** Nobody checks or approves a version that asks for nothing, or for what makes no sense. */
async function expectSomething(work: Work, held: OnTheTable) {
  const lines = await linesOf(work, held.version)
  if (lines.length === 0) throw new Refusal('guard_missing', { missing: ['version'], to: 'CLIENT_REVIEW' })
  const { standing } = await standOf(work, held, await sourceOf(work, held.kase))
  expectSense(standing)
}

/** A counter-offer answered with a version of our own, or a plan renegotiated, is drafted first. */
async function bringToReview(work: Work, kase: Case, reason: string) {
  if (kase.stage === 'CLIENT_REVIEW') return
  const viaDrafting = !canGo({ from: kase.stage, to: 'CLIENT_REVIEW' })
  if (viaDrafting) await applyMove(work, { caseId: kase.id, to: 'DRAFTING', reason })
  await applyMove(work, { caseId: kase.id, to: 'CLIENT_REVIEW', reason })
}
