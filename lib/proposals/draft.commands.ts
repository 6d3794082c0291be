import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { proposalVersions } from '@/db/schema'
import { applyMove, saveMove } from '@/lib/cases/move.commands'
import { type Case, lockCase } from '@/lib/cases/scope.queries'
import { command, type Work } from '@/lib/core/command'
import { found, Refusal } from '@/lib/core/refusal'
import { paragraphs } from '@/lib/platform/fields'
import { roundAfter, wasRefused } from './rounds'
import { saveContent } from './save.commands'
import { askedOf, linesOf, type Version, versionsOf } from './scope.queries'
import { sourceOf } from './source.queries'

/**
 * Starts a new version: empty, or a copy of the latest one (or of `from`) worked out again with today's facts. After a
 * refusal it has to say what changed (FB-07) and opens the next round; a case in its fallback is taken up again.
 * @throws Refusal `rule` {why: 'awaits_answer'} while a sent version waits: withdraw it first
 */
export const draftProposal = command({
  name: 'proposal.draft',
  input: z.strictObject({ caseId: z.uuid(), from: z.uuid().optional(), whatChanged: paragraphs(1000).default('') }),
  async run(work, { caseId, from, whatChanged }) {
    const kase = await lockCase(work, caseId)
    if (kase.stage === 'CLOSED') throw new Refusal('rule', { why: 'closed' })
    const versions = await versionsOf(work, kase)
    const lastSent = versions.find(({ sentAt }) => sentAt !== null)
    if (lastSent?.outcome === 'PENDING') throw new Refusal('rule', { why: 'awaits_answer' })
    if (wasRefused(lastSent) && whatChanged === '') throw new Refusal('invalid', { fields: { whatChanged: ['required'] } })
    const model = from === undefined ? versions[0] : found(versions.find(({ id }) => id === from))
    const draft = await insertDraft(work, kase, {
      model,
      round: roundAfter(lastSent, kase.round),
      number: numberAfter(versions),
      whatChanged,
    })
    if (kase.stage === 'FALLBACK') await applyMove(work, { caseId, to: 'DRAFTING', reason: whatChanged })
    return { caseId, versionId: draft.id, number: draft.number, version: draft.version }
  },
})

const numberAfter = (versions: readonly Version[]) => Math.max(0, ...versions.map(({ number }) => number)) + 1

type Start = { model: Version | undefined; round: number; number: number; whatChanged: string }

async function insertDraft(work: Work, kase: Case, { model, round, number, whatChanged }: Start): Promise<Version> {
  const { actor, tx, now, audit } = work
  const values = {
    ...{ orgId: kase.orgId, id: randomUUID(), caseId: kase.id, clientId: kase.clientId, number, round, whatChanged },
    ...{ sourceOfFunds: model?.sourceOfFunds ?? '', letterLocale: model?.letterLocale ?? 'zh-CN' },
    ...{ createdBy: actor.id, createdAt: now },
  }
  const [draft] = await tx.insert(proposalVersions).values(values).returning()
  if (round !== kase.round) await saveMove(work, kase, { round })
  audit({ type: 'proposal.drafted', caseId: kase.id, versionId: values.id, number })
  const lines = model === undefined ? [] : (await linesOf(work, model)).map(askedOf)
  const source = await sourceOf(work, kase)
  const known = lines.filter(({ debtId }) => source.sheets.some((sheet) => sheet.debtId === debtId))
  return saveContent(work, { version: found(draft), kase }, { source, lines: known })
}
