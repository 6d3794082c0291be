import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { evidence, hardships, proposalVersions } from '@/db/schema'
import { clock, type Office } from '@/db/testing/factories'
import { aDraft, aNegotiation, anApproved, aSentProposal, type Negotiation, sending } from '@/db/testing/negotiation'
import { inOwnFolder } from '@/db/testing/own-folder'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { refusalOf } from '@/db/testing/traces'
import type { ConsentPurpose } from '@/db/vocabulary'
import { grantSensitive } from '@/lib/cases/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { startingEvidenceTypes } from '@/lib/evidence/starting-types'
import { getProposal } from './queries'
import { saveProposal } from './save.commands'
import { sendProposal } from './send.commands'

inOwnFolder('enclosed')

let office: Office
let negotiation: Negotiation
const call = { now: clock }
const sixMonths = [{ type: 'TERM_EXTENSION' as const, toPeriods: 6 }]

/** A client who is ill, with a payslip, a diagnosis and a chat with the lender on file, all verified. */
beforeEach(async () => {
  office = await openSeededOffice()
  negotiation = await aNegotiation(office)
  const { kase, client } = negotiation
  const file = {
    fileHash: 'a'.repeat(64),
    fileName: '材料.pdf',
    receivedAt: clock,
    createdAt: clock,
    status: 'VERIFIED' as const,
  }
  const row = (code: string) => ({ ...file, code, orgId: kase.orgId, clientId: client.id, id: randomUUID() })
  await office.within((tx) => tx.update(hardships).set({ type: 'ILLNESS' }).where(eq(hardships.clientId, client.id)))
  await office.within((tx) => tx.insert(evidence).values(['PAYSLIP', 'MEDICAL_DIAGNOSIS', 'COMM_CHAT'].map(row)))
})

const nameOf = (wanted: string) => startingEvidenceTypes.find(({ code }) => code === wanted)?.nameZh ?? wanted
const [payslip, diagnosis] = [nameOf('PAYSLIP'), nameOf('MEDICAL_DIAGNOSIS')]
const consent = (purpose: ConsentPurpose) => ({ clientId: negotiation.client.id, purpose })
const agree = () => execute(giveConsent, office.counsellor, { ...consent('SENSITIVE'), channel: 'PAPER' }, call)
const withdraw = (purpose: ConsentPurpose) => execute(withdrawConsent, office.counsellor, consent(purpose), call)
const grant = () =>
  execute(
    grantSensitive,
    office.supervisor,
    { caseId: negotiation.kase.id, userId: office.counsellor.id, reason: '拟写信函' },
    call,
  )
const kept = async (versionId: string) =>
  office.within(async (tx) => (await tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))[0])
/** What the kept letter lists under the signature. */
const listed = async ({ versionId }: { versionId: string }) =>
  (await kept(versionId))?.letterText.split('\n\n').at(-1)?.split('\n')
const named = async (step: { versionId: string }, by = office.counsellor) =>
  (await getProposal(by, { versionId: step.versionId }, clock)).source.documents.map(({ zh }) => zh)

describe('the letter of a proposal lists only what may go with it', () => {
  test('a medical paper takes the client’s consent to sensitive information and the grant of who signs', async () => {
    expect(await listed(await aDraft(office, negotiation, sixMonths))).toEqual([payslip])
    await agree()
    expect(await listed(await aDraft(office, negotiation, sixMonths))).toEqual([payslip])
    await grant()
    expect(await listed(await aDraft(office, negotiation, sixMonths))).toEqual([payslip, diagnosis].toSorted())
  })

  test('nothing is listed without the consent to hand papers to this creditor', async () => {
    await withdraw('SHARE_WITH_CREDITOR')
    expect(await named(await aDraft(office, negotiation, sixMonths))).toEqual([])
  })

  test('it reads the same whoever looks: the grant that counts is that of the case’s counsellor', async () => {
    await agree()
    await grant()
    const draft = await aDraft(office, negotiation, sixMonths)
    expect(await named(draft, office.supervisor)).toEqual(await named(draft))
    expect((await getProposal(office.supervisor, { versionId: draft.versionId }, clock)).factsChanged).toBe(false)
  })
})

test('papers that a letter encloses do not go by telephone; a letter without any may be told there', async () => {
  await agree()
  const bare = await aNegotiation(office)
  const send = async (of: Negotiation) => {
    const { versionId, version } = await anApproved(office, of, sixMonths)
    return execute(sendProposal, office.counsellor, { versionId, version, ...sending, channel: 'PHONE' }, call)
  }
  expect((await refusalOf(send(negotiation))).details).toMatchObject({ fields: { channel: ['carries_no_files'] } })
  expect((await send(bare)).letterHash).not.toBe('')
})

describe('a consent withdrawn after the letter was written', () => {
  test('keeps an approved draft from going out; saved again it lists less, and the client has to approve that', async () => {
    await agree()
    await grant()
    const { versionId, version } = await anApproved(office, negotiation, sixMonths)
    await withdraw('SENSITIVE')
    const send = execute(sendProposal, office.counsellor, { versionId, version, ...sending }, call)
    expect((await refusalOf(send)).details).toEqual({ why: 'consent_lacking', lacking: ['healthConsent'] })
    const saved = await execute(saveProposal, office.counsellor, { versionId, version }, call)
    expect(saved).toMatchObject({ approvalLost: true, declarationLost: true })
    expect(await listed(saved)).toEqual([payslip])
  })

  test('changes nothing in a letter that was sent', async () => {
    await agree()
    await grant()
    const { versionId } = await aSentProposal(office, negotiation, sixMonths)
    const before = await kept(versionId)
    await withdraw('SENSITIVE')
    await withdraw('SHARE_WITH_CREDITOR')
    const after = await kept(versionId)
    expect([after?.letterText, after?.letterHash]).toEqual([before?.letterText, before?.letterHash])
    expect(after?.letterText).toContain(diagnosis)
  })
})
