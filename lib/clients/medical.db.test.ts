import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { hardships, proposalVersions, sensitiveGrants } from '@/db/schema'
import { clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { aNegotiation, anApproved, sending } from '@/db/testing/negotiation'
import { refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { paperWords } from '@/lib/letters/paper-words'
import { getLetter } from '@/lib/proposals/letter.queries'
import { letterFileName, proposalPaper } from '@/lib/proposals/letter-pdf'
import { getProposal } from '@/lib/proposals/queries'
import { sendProposal } from '@/lib/proposals/send.commands'
import { templateValues } from '@/lib/templates/values.queries'
import { giveConsent } from './consent.commands'
import { getClient } from './queries'

const story = '因急性胰腺炎住院手术，\n出院后休养三个月。'
const secret = /胰腺炎|休养|家人重病/

let office: Office
let clientId: string
let caseId: string
let versionId: string
let withoutConsent: object
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
  const approved = await anApproved(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 12 }])
  versionId = approved.versionId
  const send = () =>
    execute(sendProposal, office.counsellor, { versionId, version: approved.version, ...sending }, { now: clock })
  withoutConsent = (await refusalOf(send())).details
  await execute(giveConsent, office.counsellor, { clientId, purpose: 'SENSITIVE', channel: 'PAPER' }, { now: clock })
  await send()
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

test('a letter that tells of an illness goes out only with the separate consent to the use of what is sensitive', () => {
  expect(withoutConsent).toEqual({ why: 'consent_lacking', lacking: ['healthConsent'] })
})

test('the letter that was sent carries it in full', async () => {
  const [sent] = await office.within((tx) => tx.select().from(proposalVersions).where(eq(proposalVersions.id, versionId)))
  expect(sent?.sentAt).not.toBeNull()
  expect(sent?.letterText).toMatch(/胰腺炎/)
})

test('what is printed without a grant calls itself an extract, on every page and in its name, and bears no hash of the letter', async () => {
  const letter = await getLetter(office.counsellor, { versionId }, clock)
  expect(letterFileName(letter)).toBe(`${letter.caseNo}-v1-extract`)
  const paper = proposalPaper(letter)
  expect(paper.reference).toBe(`${letter.caseNo} · 第1版 · 节录`)
  expect(paper.blocks[0]).toEqual({ kind: 'note', text: paperWords['zh-CN'].extractNote })
  expect((await getProposal(office.counsellor, { versionId }, clock)).isExtract).toBe(true)
})

test('whoever has a grant on the case reads it, an assistant never', async () => {
  await grantTo(office.counsellor)
  await grantTo(assistant)
  expect(await shownTo(office.counsellor)).toMatch(secret)
  const letter = await getLetter(office.counsellor, { versionId }, clock)
  expect(letter.letterText).toMatch(/胰腺炎/)
  expect(letterFileName(letter)).toBe(`${letter.caseNo}-v1`)
  expect(proposalPaper(letter).reference).toBe(`${letter.caseNo} · 第1版 · ${letter.letterHash.slice(0, 8)}`)
  expect((await getProposal(office.counsellor, { versionId }, clock)).isExtract).toBe(false)
  expect(await shownTo(assistant)).not.toMatch(secret)
})

describe('health told elsewhere than in the story of an illness', () => {
  const told: Record<string, Partial<typeof hardships.$inferInsert>> = {
    'an illness without a word about it': { type: 'ILLNESS', narrative: '' },
    'an illness of a single word': { type: 'ILLNESS', narrative: '病' },
    'the illness of somebody near under another cause': { type: 'UNEMPLOYMENT', narrative: '家人重病' },
    'an illness told under the loss of a job': { type: 'UNEMPLOYMENT', narrative: story },
    'a story that was ticked as one of health': { type: 'UNEMPLOYMENT', narrative: '一直休养三个月。', tellsHealth: true },
  }
  test.each(Object.entries(told))('%s goes to a creditor only with the separate consent', async (_, cause) => {
    const there = await openOffice()
    const negotiation = await aNegotiation(there)
    const { id } = negotiation.client
    await there.within((tx) => tx.update(hardships).set(cause).where(eq(hardships.clientId, id)))
    const { versionId, version } = await anApproved(there, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 12 }])
    const send = () => execute(sendProposal, there.counsellor, { versionId, version, ...sending }, { now: clock })
    expect((await refusalOf(send())).details).toEqual({ why: 'consent_lacking', lacking: ['healthConsent'] })
    const letter = await getLetter(there.counsellor, { versionId }, clock)
    expect(letter.letterText).not.toMatch(secret)
    expect(letter.letterText).toMatch(cause.type === 'ILLNESS' ? /因疾病，自/ : /因失业，自/)
    await execute(giveConsent, there.counsellor, { clientId: id, purpose: 'SENSITIVE', channel: 'PAPER' }, { now: clock })
    await expect(send()).resolves.toBeDefined()
  })
})
