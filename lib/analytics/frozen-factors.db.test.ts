import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { debts, factorSnapshots, proposalVersions } from '@/db/schema'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aCreditor, aDebt, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, type Negotiation, sending } from '@/db/testing/negotiation'
import { asOwner } from '@/db/testing/owner'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { updateDebt } from '@/lib/debts/commands'
import { recordDecision } from '@/lib/decisions/record.commands'
import { rate } from '@/lib/platform/money'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { saveProposal } from '@/lib/proposals/save.commands'
import { sendProposal } from '@/lib/proposals/send.commands'
import { analyticsCases } from './cases.queries'
import { analytics } from './queries'

const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
const now = new Date('2026-11-21T02:00:00Z')
const answered = new Date('2026-11-25T02:00:00Z')

let office: Office
let sent: { negotiation: Negotiation; versionId: string }[]

/** A version rated before it was sent, sent, and agreed to. */
async function rated(willingness: number) {
  const negotiation = await aNegotiation(office, { debt: { onTimePercent: rate('95'), overdueEpisodes: 0 } })
  const by = office.counsellor
  const draft = await aDraft(office, negotiation, reliefs)
  const saved = await execute(saveProposal, by, { ...stepOf(draft), ratedWillingness: willingness }, { now })
  const shown = await execute(presentProposal, by, stepOf(saved), { now })
  const approved = await execute(recordApproval, by, { ...stepOf(shown), channel: 'PAPER' }, { now })
  const { versionId, version } = await execute(sendProposal, by, { ...stepOf(approved), ...sending }, { now })
  const answer = { versionId, result: 'ACCEPTED', reasons: [], decidedOn: '2026-11-25', channel: 'PHONE' }
  await execute(recordDecision, by, answer, { now: answered })
  return { negotiation, versionId, version }
}

const stepOf = ({ versionId, version }: { versionId: string; version: number }) => ({ versionId, version })

const frozen = async (versionId: string) => {
  const [row] = await office.within((tx) => tx.select().from(factorSnapshots).where(eq(factorSnapshots.versionId, versionId)))
  if (row === undefined) throw new Error('nothing was frozen')
  return row
}
const shownOf = async (column: string) =>
  (await analytics(office.supervisor, {}, answered)).factors.find((factor) => factor.column === column)

beforeAll(async () => {
  office = await openOffice()
  sent = []
  for (const willingness of [5, 4, 4, 3, 5, 4]) sent.push(await rated(willingness))
})

describe('what the source documents name as deciding', () => {
  test('SF-03 honesty: truth is declared and the rating given before sending is frozen, cannot be set afterwards, and no figure counts by it', async () => {
    const [first] = sent
    if (first === undefined) throw new Error('nothing was sent')
    const { values } = await frozen(first.versionId)
    expect(values['F-27']).toBe(5)
    const [version] = await office.within((tx) =>
      tx.select().from(proposalVersions).where(eq(proposalVersions.id, first.versionId)),
    )
    expect(version?.truthDeclaredAt).not.toBeNull()
    const later = { versionId: first.versionId, version: version?.version ?? 0, ratedWillingness: 1 }
    expect((await refusalOf(execute(saveProposal, office.counsellor, later, { now: answered }))).code).toBe('immutable')
    expect(await shownOf('F-27')).toBeUndefined()
    expect((await refusalOf(analyticsCases(office.supervisor, { factor: 'F-27', level: '5' }, answered))).code).toBe('not_found')
  })

  test('SF-06 the reason: cause and how many creditors there are stay as they were at sending, in every figure', async () => {
    expect(await shownOf('F-10')).toMatchObject({ levels: [{ level: '<2', n: 6, events: 6 }], missing: null })
    expect(await shownOf('F-05')).toMatchObject({ levels: [{ level: 'UNEMPLOYMENT', n: 6, events: 6 }] })
    const another = await aCreditor(office)
    for (const { negotiation } of sent) await aDebt(office, await aCase(office, { ...another, client: negotiation.client }))
    expect(await shownOf('F-10')).toMatchObject({ levels: [{ level: '<2', n: 6, events: 6 }] })
  })

  test('SF-10 paying on time before the hardship: a rate corrected after sending does not change what was counted', async () => {
    const before = await shownOf('F-16')
    expect(before).toMatchObject({ levels: [{ level: '>=0.9', n: 6, events: 6 }], missing: null })
    for (const { negotiation } of sent) {
      const [debt] = await office.within((tx) => tx.select().from(debts).where(eq(debts.id, negotiation.debt.id)))
      const changed = { debtId: negotiation.debt.id, version: debt?.version ?? 0, onTimePercent: '20' }
      await execute(updateDebt, office.counsellor, changed, { now: answered })
    }
    expect(await shownOf('F-16')).toEqual(before)
    expect((await frozen(sent[0]?.versionId ?? '')).values['F-16']).toBe('0.9500')
  })

  test('what was frozen anew after sending is in no figure, and how many these are is told of the whole office only', async () => {
    const ids = sent.slice(0, 5).map(({ versionId }) => versionId)
    // A correction is one more row, marked as such.
    const correct = () =>
      asOwner((owner) =>
        owner.query(
          `insert into factor_snapshots select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'refrozen', true))).*
           from factor_snapshots f where version_id = any($1) and not refrozen`,
          [ids],
        ),
      )
    const before = await analytics(office.supervisor, {}, answered)
    await correct()
    await correct()
    const after = await analytics(office.supervisor, {}, answered)
    expect([before.funnel.sent, before.corrected]).toEqual([6, 0])
    expect([after.funnel.sent, after.corrected]).toEqual([1, 5])
    expect((await analytics(office.supervisor, { creditor: office.creditorId }, answered)).corrected).toBe(0)
  })
})
