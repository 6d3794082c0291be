import { beforeAll, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation } from '@/db/testing/negotiation'
import { proposalSteps } from '@/db/testing/proposal-steps'
import { execute } from '@/lib/core/command'
import { presentProposal } from '@/lib/proposals/review.commands'
import { proposal } from './proposal.queries'
import { home } from './queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const { by } = proposalSteps(() => office)
const later = new Date('2026-11-24T02:00:00Z')

test('a version whose day is gone by is not offered to the client any more, and its page says that it is put right first', async () => {
  const asked: ReliefLine[] = [{ type: 'LUMP_SUM', amount: '20000.00', on: '2026-11-23' }]
  const negotiation = await aNegotiation(office)
  const { versionId, version } = await aDraft(office, negotiation, asked)
  await execute(presentProposal, by(), { versionId, version }, { now: clock })
  const client = clientActor(office, negotiation.client)
  expect((await home(client, {}, clock)).next).toMatchObject({ kind: 'approve', versionId })
  expect(await proposal(client, { versionId }, clock)).toMatchObject({ canApprove: true, isToMend: false })
  expect((await home(client, {}, later)).next).toEqual({ kind: 'nothing' })
  expect(await proposal(client, { versionId }, later)).toMatchObject({ canApprove: false, isToMend: true })
})
