import { beforeAll, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aDraft, aNegotiation, aPaper } from '@/db/testing/negotiation'
import { aRunningPlan } from '@/db/testing/running-plan'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { saveStatement } from '@/lib/clients/statement.commands'
import { execute } from '@/lib/core/command'
import { requestEvidence } from '@/lib/evidence/commands'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { presentProposal, recordApproval } from '@/lib/proposals/review.commands'
import { tellCircumstance } from './circumstance.commands'
import { giveMyConsent, withdrawMyConsent } from './consent.commands'
import { document } from './document.queries'
import { documents } from './documents.queries'
import { frame } from './frame.queries'
import { plan } from './plan.queries'
import { proposal } from './proposal.queries'
import { home } from './queries'

const now = clock
const purpose = 'PROCESSING'
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]
let office: Office

beforeAll(async () => {
  office = await openOffice()
})

test('who took the basic consent back is asked for nothing and told since when, until they agree again', async () => {
  const negotiation = await aNegotiation(office)
  const { portal, kase } = negotiation
  await aPaper(office, negotiation, 'OTHER')
  await execute(requestEvidence, office.counsellor, { caseId: kase.id, code: 'OTHER' }, { now })
  const { versionId, version } = await aDraft(office, negotiation, reliefs)
  await execute(presentProposal, office.counsellor, { versionId, version }, { now })
  expect((await home(portal, {}, now)).next.kind).toBe('approve')

  await execute(withdrawMyConsent, portal, { purpose }, { now })
  const since = now.toISOString()
  expect(await home(portal, {}, now)).toMatchObject({ stoppedSince: since, next: { kind: 'nothing' }, wanted: [], notHere: [] })
  expect((await documents(portal, {}, now)).wanted).toEqual([])
  expect(await frame(portal, {}, now)).toMatchObject({ stoppedSince: since, hasPlan: false })
  expect(await proposal(portal, { versionId }, now)).toMatchObject({ canApprove: false, stoppedSince: since })

  await execute(giveMyConsent, portal, { purpose, agree: 'on' }, { now })
  expect(await home(portal, {}, now)).toMatchObject({ stoppedSince: null, next: { kind: 'approve' } })
  expect((await documents(portal, {}, now)).wanted).toHaveLength(1)
})

test('a version they confirmed that did not go out before is told to rest as well', async () => {
  const negotiation = await aNegotiation(office)
  const { portal } = negotiation
  const { versionId, version } = await aDraft(office, negotiation, reliefs)
  await execute(presentProposal, office.counsellor, { versionId, version }, { now })
  await execute(recordApproval, office.counsellor, { versionId, version, channel: 'PAPER' }, { now })
  expect(await proposal(portal, { versionId }, now)).toMatchObject({ sentOn: null, stoppedSince: null })
  await execute(withdrawMyConsent, portal, { purpose }, { now })
  const rests = { canApprove: false, approvedOn: '2026-11-21', stoppedSince: now.toISOString() }
  expect(await proposal(portal, { versionId }, now)).toMatchObject(rests)
})

test('a paper made of their figures waits no more for their word, and can still be read', async () => {
  const seeded = await openSeededOffice({ name: '停下来' })
  const { portal, client } = await aNegotiation(seeded)
  const lines = [{ kind: 'income', category: 'EARNINGS', amount: '5200' }]
  const figures = { clientId: client.id, asOf: '2026-11-20', reserve: '200', lines }
  await execute(saveStatement, seeded.counsellor, figures, { now })
  const { id: evidenceId } = await execute(makeExpenseDetail, seeded.counsellor, { clientId: client.id }, { now })
  const standings = async () => [
    (await documents(portal, {}, now)).papers.find(({ id }) => id === evidenceId)?.standing,
    (await document(portal, { evidenceId }, now)).standing,
  ]
  expect(await standings()).toEqual(['waiting', 'waiting'])
  await execute(withdrawMyConsent, portal, { purpose }, { now })
  expect(await standings()).toEqual(['resting', 'resting'])
  await execute(giveMyConsent, portal, { purpose, agree: 'on' }, { now })
  expect(await standings()).toEqual(['waiting', 'waiting'])
})

test('who said that they cannot pay is promised no call, and their plan still knows of it', async () => {
  const { negotiation, agreementId } = await aRunningPlan(office)
  const { portal } = negotiation
  await execute(tellCircumstance, portal, { agreementId, kind: 'ILLNESS' }, { now })
  const told = async () => [(await home(portal, {}, now)).cases[0]?.isTold, (await plan(portal, { agreementId }, now)).isTold]
  expect(await told()).toEqual([true, true])
  await execute(withdrawMyConsent, portal, { purpose }, { now })
  expect(await told()).toEqual([false, true])
  expect((await frame(portal, {}, now)).hasPlan).toBe(true)
})

test('where every case is over, nothing is said to stand still', async () => {
  const client = await aClient(office, { name: '李小明', consent: purpose })
  const portal = clientActor(office, client)
  await aCase(office, { client, stage: 'CLOSED' })
  await execute(withdrawMyConsent, portal, { purpose }, { now })
  expect((await home(portal, {}, now)).stoppedSince).toBeNull()
})
