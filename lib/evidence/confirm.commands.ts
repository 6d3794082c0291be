import { z } from 'zod'
import { command, type Work } from '@/lib/core/command'
import { expectVersion, Refusal } from '@/lib/core/refusal'
import { requiredLine } from '@/lib/platform/fields'
import { expectOwnName } from '@/lib/portal/own-name.queries'
import { papersOf } from '@/lib/portal/papers.queries'
import { saveItem } from './save-item.commands'
import { type Evidence, visibleEvidence } from './scope.queries'

/** Notes that the client confirmed a paper we made, on paper or by phone, with us on the line (SE-03). */
export const recordConfirmation = command({
  name: 'evidence.recordConfirmation',
  input: z.strictObject({ evidenceId: z.uuid(), version: z.int(), channel: z.enum(['PAPER', 'PHONE']) }),
  async run(work, { evidenceId, version, channel }) {
    const item = await visibleEvidence(work, evidenceId)
    expectVersion(item, version)
    return confirm(work, item, channel)
  },
})

/**
 * The client confirms, by typed name, a paper that was made of what they told; not one whose figures newer ones have replaced, though
 * the page of it may still stand open.
 */
export const confirmMyDocument = command({
  name: 'portal.confirmDocument',
  input: z.strictObject({
    evidenceId: z.uuid(),
    version: z.coerce.number().int().positive(),
    name: requiredLine(50),
    hasRead: z.literal('on', 'tick'),
  }),
  async run(work, { evidenceId, version, name }) {
    const item = await visibleEvidence(work, evidenceId)
    await expectOwnName(work, name)
    expectVersion(item, version)
    const paper = (await papersOf(work)).find(({ id }) => id === evidenceId)
    if (paper?.standing === 'over') throw new Refusal('rule', { why: 'paper_over' })
    return confirm(work, item, 'PORTAL')
  },
})

/**
 * With the client's word the paper is verified: nobody else can say that these are their costs. It does not lift what we said of
 * the paper: one that was turned back is made anew, one that ran out from new figures.
 */
async function confirm(work: Work, item: Evidence, channel: 'PORTAL' | 'PAPER' | 'PHONE') {
  if (item.statementId === null) throw new Refusal('rule', { why: 'not_ours' })
  if (item.clientConfirmedAt !== null) throw new Refusal('rule', { why: 'already_done' })
  if (item.status !== 'RECEIVED') throw new Refusal('rule', { why: 'paper_over' })
  const by = { clientConfirmedAt: work.now, clientConfirmedBy: work.actor.id, clientConfirmedChannel: channel }
  const saved = await saveItem(work, item, { ...by, status: 'VERIFIED', verifiedBy: work.actor.id })
  work.audit({ type: 'evidence.confirmed', clientId: item.clientId, evidenceId: item.id, channel })
  return saved
}
