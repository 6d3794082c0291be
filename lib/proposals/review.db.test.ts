import { beforeAll, describe, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved } from '@/db/testing/negotiation'
import { asOwner } from '@/db/testing/owner'
import { extension, proposalSteps } from '@/db/testing/proposal-steps'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { listProposals } from './queries'
import { checkProposal, presentProposal, recordApproval } from './review.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const { by, versionOf, stageOf } = proposalSteps(() => office)

describe('putting a version before the client', () => {
  test('SD-06 of three alternatives one is chosen and the others are set aside, still to be compared', async () => {
    const negotiation = await aNegotiation(office)
    const drafts = [
      await aDraft(office, negotiation, extension),
      await aDraft(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 9 }]),
      await aDraft(office, negotiation, [{ type: 'LOWER_INSTALMENT', amount: '1500.00' }]),
    ]
    const chosen = drafts[1] ?? { versionId: '', version: 0 }
    await execute(presentProposal, by(), { versionId: chosen.versionId, version: chosen.version }, { now: clock })
    expect(await stageOf(negotiation)).toBe('CLIENT_REVIEW')
    const { proposals } = await listProposals(by(), { caseId: negotiation.kase.id }, clock)
    expect(proposals.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'SUPERSEDED'],
      [2, 'PENDING'],
      [1, 'SUPERSEDED'],
    ])
    expect(new Set(proposals.map(({ lines }) => lines[0]?.total)).size).toBe(3)
  })

  test('SD-03 is refused without a cause of hardship, and says so', async () => {
    const negotiation = await aNegotiation(office)
    await asOwner((owner) => owner.query('delete from hardships where client_id = $1', [negotiation.client.id]))
    const step = await aDraft(office, negotiation, extension)
    const refusal = await refusalOf(
      execute(presentProposal, by(), { versionId: step.versionId, version: step.version }, { now: clock }),
    )
    expect(refusal).toMatchObject({ code: 'guard_missing', details: { missing: ['hardship'], to: 'CLIENT_REVIEW' } })
  })

  test('SP-12 the client’s approval is recorded with the hash of what was approved', async () => {
    const negotiation = await aNegotiation(office)
    const approved = await anApproved(office, negotiation, extension)
    const { letterHash } = await versionOf(approved.versionId)
    const happened = {
      type: 'proposal.approved',
      caseId: negotiation.kase.id,
      versionId: approved.versionId,
      hash: letterHash,
      channel: 'PAPER',
    }
    expect(await auditOf(office)).toContainEqual(happened)
  })

  test('an approval of a version that has changed since is a conflict', async () => {
    const negotiation = await aNegotiation(office)
    const step = await aDraft(office, negotiation, extension)
    const stale = { versionId: step.versionId, version: step.version - 1, channel: 'PHONE' }
    expect((await refusalOf(execute(recordApproval, by(), stale, { now: clock }))).code).toBe('conflict')
  })

  test('where the office wants a supervisor’s check, nothing goes to the client without it', async () => {
    const strict = await openOffice({ rules: { supervisorChecks: true } })
    const negotiation = await aNegotiation(strict)
    const step = await aDraft(strict, negotiation, extension)
    const values = { versionId: step.versionId, version: step.version }
    const refusal = await refusalOf(execute(presentProposal, strict.counsellor, values, { now: clock }))
    expect(refusal.details).toMatchObject({ missing: ['supervisorCheck'] })
    expect((await refusalOf(execute(checkProposal, strict.counsellor, values, { now: clock }))).code).toBe('forbidden')
    const checked = await execute(checkProposal, strict.supervisor, values, { now: clock })
    expect(await auditOf(strict)).toContainEqual(expect.objectContaining({ type: 'proposal.checked', versionId: step.versionId }))
    await execute(presentProposal, strict.counsellor, checked, { now: clock })
  })
})
