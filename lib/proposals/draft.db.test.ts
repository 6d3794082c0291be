import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { proposalVersions } from '@/db/schema'
import { clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { extension, proposalSteps } from '@/db/testing/proposal-steps'
import { accessOf, auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { draftProposal } from './draft.commands'
import { getProposal } from './queries'
import { withdrawProposal } from './send.commands'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
})

const { by, versionOf, stageOf, draft, withdraw } = proposalSteps(() => office)

describe('proposal.draft', () => {
  test('SS-01 edit after send: a new version copies the last one and is the next number', async () => {
    const negotiation = await aNegotiation(office)
    const sent = await aSentProposal(office, negotiation, extension)
    await withdraw({ ...sent })
    const { versionId, number } = await draft(negotiation)
    expect(number).toBe(2)
    const view = await getProposal(by(), { versionId }, clock)
    expect(view.lines[0]?.reliefs).toEqual(extension)
    expect(view.round).toBe(1)
  })

  test('is audited', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await draft(negotiation)
    const happened = { type: 'proposal.drafted', caseId: negotiation.kase.id, versionId, number: 1 }
    expect(await auditOf(office)).toContainEqual(happened)
  })

  test('FB-07 after a refusal the next version must say what changed, and opens the next round', async () => {
    const negotiation = await aNegotiation(office)
    const { versionId } = await aSentProposal(office, negotiation, extension)
    const refusal = {
      versionId,
      result: 'REJECTED',
      reasons: ['EVIDENCE_INSUFFICIENT'],
      decidedOn: '2026-11-21',
      channel: 'PHONE',
    }
    await execute(recordDecision, by(), refusal, { now: clock })
    expect(await refusalOf(draft(negotiation))).toMatchObject({
      code: 'invalid',
      details: { fields: { whatChanged: ['required'] } },
    })
    expect(await stageOf(negotiation)).toBe('FALLBACK')
    const next = await draft(negotiation, { whatChanged: '补充了诊断证明' })
    expect(await versionOf(next.versionId)).toMatchObject({ round: 2, number: 2, whatChanged: '补充了诊断证明' })
    expect(await stageOf(negotiation)).toBe('DRAFTING')
  })

  test('is refused while a sent version waits for its answer', async () => {
    const negotiation = await aNegotiation(office)
    await aSentProposal(office, negotiation, extension)
    expect(await refusalOf(draft(negotiation))).toEqual({ code: 'rule', details: { why: 'awaits_answer' } })
  })

  test('a colleague, a stranger and an assistant cannot', async () => {
    const { kase } = await aNegotiation(office)
    const attempt = (actor: Parameters<typeof execute>[1]) => refusalOf(execute(draftProposal, actor, { caseId: kase.id }))
    expect((await attempt(office.colleague)).code).toBe('not_found')
    expect((await attempt(other.supervisor)).code).toBe('not_found')
    expect((await attempt(office.assistant)).code).toBe('forbidden')
    expect(await accessOf(office)).toContainEqual(expect.objectContaining({ kind: 'denied', what: 'proposal.draft:not_found' }))
  })
})

test('a member who deputises for the owner may work on the proposal', async () => {
  const negotiation = await aNegotiation(office)
  const deputy = await staffMember({
    organisationId: office.organisationId,
    roles: ['COUNSELLOR'],
    owners: [office.counsellor.id],
  })
  const { number } = await execute(draftProposal, deputy, { caseId: negotiation.kase.id }, { now: clock })
  const [latest] = await office.within((tx) =>
    tx
      .select({ createdBy: proposalVersions.createdBy })
      .from(proposalVersions)
      .where(and(eq(proposalVersions.caseId, negotiation.kase.id), eq(proposalVersions.number, number)))
      .orderBy(desc(proposalVersions.number)),
  )
  expect(latest?.createdBy).toBe(deputy.id)
})

describe('proposal.withdraw', () => {
  test('takes the version back and the case to drafting; there is nothing to answer any more', async () => {
    const negotiation = await aNegotiation(office)
    const sent = await aSentProposal(office, negotiation, extension)
    const withdrawn = await withdraw(sent)
    expect([await stageOf(negotiation), (await versionOf(sent.versionId)).outcome]).toEqual(['DRAFTING', 'WITHDRAWN'])
    expect((await refusalOf(withdraw({ ...sent, version: withdrawn.version }))).details).toMatchObject({
      why: 'already_answered',
    })
    expect(await auditOf(office)).toContainEqual(
      expect.objectContaining({ type: 'proposal.withdrawn', versionId: sent.versionId }),
    )
  })

  test('a stranger cannot', async () => {
    const sent = await aSentProposal(office, await aNegotiation(office), extension)
    const values = { versionId: sent.versionId, version: sent.version }
    expect((await refusalOf(execute(withdrawProposal, office.colleague, values))).code).toBe('not_found')
  })
})
