import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { hardships, proposalVersions, sensitiveGrants } from '@/db/schema'
import { clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import type { Actor } from '@/lib/core/actor'
import { getLetter } from '@/lib/proposals/letter.queries'
import { getProposal } from '@/lib/proposals/queries'
import { templateValues } from '@/lib/templates/values.queries'
import { getClient } from './queries'

const story = '因急性胰腺炎住院手术，\n出院后休养三个月。'
const secret = /胰腺炎|休养/

let office: Office
let clientId: string
let caseId: string
let versionId: string
let assistant: Actor

beforeAll(async () => {
  office = await openOffice()
  const negotiation = await aNegotiation(office)
  clientId = negotiation.client.id
  caseId = negotiation.kase.id
  await office.within((tx) =>
    tx
      .update(hardships)
      .set({ type: 'ILLNESS', narrative: story })
      .where(and(eq(hardships.orgId, office.organisationId), eq(hardships.clientId, clientId))),
  )
  ;({ versionId } = await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 12 }]))
  const { organisationId } = office
  assistant = await staffMember({ organisationId, roles: ['ASSISTANT'], owners: [office.counsellor.id] })
})

const grantTo = ({ id }: Actor) =>
  office.within((tx) =>
    tx
      .insert(sensitiveGrants)
      .values({
        orgId: office.organisationId,
        caseId,
        userId: id,
        grantedBy: office.supervisor.id,
        grantedAt: clock,
        reason: '读病历',
      })
      .onConflictDoNothing(),
  )

/** Everything that shows the story to somebody at work. */
const shownTo = async (actor: Actor) =>
  JSON.stringify([
    await getClient(actor, { clientId }, clock),
    await getProposal(actor, { versionId }, clock),
    await getLetter(actor, { versionId }, clock),
  ])

test('what is told of an illness is not shown to anybody without a grant, on the file or in the letter', async () => {
  for (const actor of [office.counsellor, office.supervisor, office.auditor, assistant])
    expect(await shownTo(actor)).not.toMatch(secret)
  const values = await templateValues(office.supervisor, { kind: 'NEGOTIATION', locale: 'zh-CN', caseId }, clock)
  expect(JSON.stringify(values)).not.toMatch(secret)
  expect((await getClient(office.counsellor, { clientId }, clock)).hardships[0]?.narrative).toBeNull()
})

test('the letter that was sent carries it in full', async () => {
  const [sent] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
  expect(sent?.sentAt).not.toBeNull()
  expect(sent?.letterText).toMatch(/胰腺炎/)
})

test('whoever has a grant on the case reads it, an assistant never', async () => {
  await grantTo(office.counsellor)
  await grantTo(assistant)
  expect(await shownTo(office.counsellor)).toMatch(secret)
  expect((await getLetter(office.counsellor, { versionId }, clock)).letterText).toMatch(/胰腺炎/)
  expect(await shownTo(assistant)).not.toMatch(secret)
})
