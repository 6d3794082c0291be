import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, clients, evidence, letterBatches, letters } from '@/db/schema'
import { photo } from '@/db/testing/chain'
import { aCase, aClient, clientActor, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, anApproved, aPaper, aSentProposal, sending } from '@/db/testing/negotiation'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf } from '@/db/testing/traces'
import { updateClient } from '@/lib/clients/commands'
import { saveStatement } from '@/lib/clients/statement.commands'
import { execute } from '@/lib/core/command'
import { closeRequest } from '@/lib/evidence/close-request.commands'
import { requestEvidence, reviewEvidence } from '@/lib/evidence/commands'
import { makeExpenseDetail } from '@/lib/evidence/expense.commands'
import { writeCaseLetter } from '@/lib/letters/write-letter.commands'
import { sendProposal } from '@/lib/proposals/send.commands'
import { cannotProvide, uploadMine } from './commands'
import { documents } from './documents.queries'
import { frame } from './frame.queries'
import { home } from './queries'
import { request } from './request.queries'

const now = clock
let office: Office

beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-own-'))
  office = await openOffice()
})

async function someone() {
  const client = await aClient(office)
  return { client, kase: await aCase(office, { client }), portal: clientActor(office, client) }
}

describe('what was sent in my name', () => {
  test('has the letters that were written for many cases at once, to the word; not those that wait, nor anybody else’s', async () => {
    const [mine, other] = [await someone(), await someone()]
    const [org, batchId] = [{ orgId: office.organisationId }, randomUUID()]
    const batch = { ...org, id: batchId, kind: 'REMINDER' as const, locale: 'zh-CN' as const, total: 3 }
    const letter = ({ client, kase }: typeof mine, position: number, text: string) => ({
      ...{ ...org, id: randomUUID(), batchId, position, caseId: kase.id, clientId: client.id },
      ...(text === '' ? {} : { state: 'WRITTEN' as const, title: '催询函', text, at: now }),
    })
    await office.within(async (tx) => {
      await tx.insert(letterBatches).values({ ...batch, by: office.counsellor.id, at: now })
      await tx.insert(letters).values([letter(mine, 1, '请尽快答复。'), letter(mine, 2, ''), letter(other, 3, '别人的信')])
    })
    expect((await documents(mine.portal, {}, now)).letters).toEqual([
      expect.objectContaining({
        ...{ title: '催询函', text: '请尽快答复。', recipient: '重庆蚂蚁消费金融有限公司', writtenOn: '2026-11-21' },
      }),
    ])
  })
})

describe('a letter written for one case', () => {
  test('is there for its client to read, with its kind and to whom; a paper to sign is to nobody, and another client has none', async () => {
    const [mine, other] = [await aNegotiation(office), await aNegotiation(office)]
    await aSentProposal(office, mine, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    const said = { points: '收支情况', choices: '先申请延长期限' }
    await aPaper(office, mine, 'BANK_STATEMENT')
    await office.within((tx) => tx.update(evidence).set({ status: 'VERIFIED' }).where(eq(evidence.clientId, mine.client.id)))
    for (const kind of ['TRUTH_DECLARATION', 'ADVICE_CONFIRMATION', 'HARDSHIP_NOTICE'])
      await execute(writeCaseLetter, office.counsellor, { caseId: mine.kase.id, kind, ...said }, { now })
    const { letters: read } = await documents(mine.portal, {}, now)
    const told = new Map(read.map(({ kind, title, recipient, writtenOn }) => [kind, [title, recipient, writtenOn]]))
    expect(told.get('HARDSHIP_NOTICE')).toEqual(['困难情况告知函', '重庆蚂蚁消费金融有限公司', '2026-11-21'])
    expect([told.get('TRUTH_DECLARATION')?.[1], told.get('ADVICE_CONFIRMATION')?.[1], told.size]).toEqual([null, null, 3])
    expect(read.every(({ text, locale }) => text.includes('李小明') && locale === 'zh-CN')).toBe(true)
    expect((await documents(other.portal, {}, now)).letters).toEqual([])
  })
})

describe('what went along with a version', () => {
  test('is told once it was sent, with to whom and when, and only to its own client', async () => {
    const [mine, other] = [await aNegotiation(office), await aNegotiation(office)]
    await aPaper(office, mine, 'BANK_STATEMENT')
    await office.within((tx) => tx.update(evidence).set({ status: 'VERIFIED' }).where(eq(evidence.clientId, mine.client.id)))
    const { versionId, version } = await anApproved(office, mine, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
    expect((await documents(mine.portal, {}, now)).enclosed).toEqual([])
    await execute(sendProposal, office.counsellor, { versionId, version, ...sending }, { now })
    const { enclosed } = await documents(mine.portal, {}, now)
    expect(enclosed).toMatchObject([{ id: versionId, recipient: '重庆蚂蚁消费金融有限公司', sentOn: '2026-11-21' }])
    expect(enclosed[0]?.files).toContain('BANK_STATEMENT')
    expect((await documents(other.portal, {}, now)).enclosed).toEqual([])
  })
})

describe('documents I gave', () => {
  test('have none that we made of my figures: one turned back is ours to make anew, not mine to send again', async () => {
    const seeded = await openSeededOffice({ name: '别处' })
    const client = await aClient(seeded)
    const portal = clientActor(seeded, client)
    const lines = [{ kind: 'income', category: 'EARNINGS', amount: '5200' }]
    const figures = { clientId: client.id, asOf: '2026-11-20', reserve: '200', lines }
    await execute(saveStatement, seeded.counsellor, figures, { now })
    const { id } = await execute(makeExpenseDetail, seeded.counsellor, { clientId: client.id }, { now })
    const turnedBack = { evidenceId: id, version: 1, status: 'REJECTED', reason: '房租不对' } as const
    await execute(reviewEvidence, seeded.counsellor, turnedBack, { now })
    expect((await home(portal, {}, now)).documents).toEqual([])
    expect((await documents(portal, {}, now)).papers).toMatchObject([{ id, standing: 'over' }])
  })

  test('what they do not have now stands below what they gave, with their reason, and can still be given', async () => {
    const seeded = await openSeededOffice({ name: '另一处' })
    const { kase, portal } = await aNegotiation(seeded)
    const { id: requestId } = await execute(requestEvidence, seeded.counsellor, { caseId: kase.id, code: 'OTHER' }, { now })
    const notHere = async () => (await home(portal, {}, now)).notHere.map(({ id }) => id)
    const told = async () => (await request(portal, { requestId }, now)).told
    expect([await notHere(), await told()]).toEqual([[], null])
    await execute(cannotProvide, portal, { requestId, reason: '' }, { now })
    expect([await notHere(), await told()]).toEqual([[requestId], { reason: '' }])
    await execute(cannotProvide, portal, { requestId, reason: '公司已注销' }, { now })
    expect([await notHere(), await told()]).toEqual([[requestId], { reason: '公司已注销' }])
    const bringTo = (stage: 'CLOSED' | 'DRAFTING') =>
      seeded.within((tx) => tx.update(cases).set({ stage }).where(eq(cases.id, kase.id)))
    await bringTo('CLOSED')
    expect(await notHere()).toEqual([])
    await bringTo('DRAFTING')
    await execute(uploadMine, portal, { requestId, fileName: '流水.png', content: photo }, { now })
    expect([await notHere(), await told()]).toEqual([[], null])
  })

  test('what is asked for besides the one next thing is told too, until it is given or the case is over', async () => {
    const seeded = await openSeededOffice({ name: '又一处' })
    const { kase, portal } = await aNegotiation(seeded)
    const ask = async (values: object) =>
      (await execute(requestEvidence, seeded.counsellor, { caseId: kase.id, ...values }, { now })).id
    const soon = await ask({ code: 'PAYSLIP', deadline: '2026-11-25' })
    const later = await ask({ code: 'OTHER', deadline: '2026-11-28' })
    const told = async () => {
      const { next, wanted } = await home(portal, {}, now)
      const all = (await documents(portal, {}, now)).wanted
      return [next.kind === 'upload' ? next.requestId : next.kind, wanted.map(({ id }) => id), all.map(({ id }) => id)]
    }
    expect(await told()).toEqual([soon, [later], [soon, later]])
    await execute(cannotProvide, portal, { requestId: soon, reason: '' }, { now })
    expect(await told()).toEqual([later, [], [later]])
    await seeded.within((tx) => tx.update(cases).set({ stage: 'CLOSED' }).where(eq(cases.id, kase.id)))
    expect(await told()).toEqual(['nothing', [], []])
  })

  test('have no paper of the lender, unless I was asked for it', async () => {
    const mine = await aNegotiation(office)
    const given = async () => (await home(mine.portal, {}, now)).documents?.map(({ id }) => id)
    const slip = await aPaper(office, mine, 'PAYSLIP')
    for (const code of ['WRITTEN_CONFIRMATION', 'LENDER_PLAN']) await aPaper(office, mine, code)
    expect(await given()).toEqual([slip])
    const confirmation = await aPaper(office, mine, 'WRITTEN_CONFIRMATION')
    const { id: requestId } = await execute(
      requestEvidence,
      office.counsellor,
      { caseId: mine.kase.id, code: 'WRITTEN_CONFIRMATION' },
      { now },
    )
    await execute(closeRequest, office.counsellor, { requestId, answeredBy: confirmation }, { now })
    expect((await given())?.toSorted()).toEqual([confirmation, slip].toSorted())
  })
})

describe('what a counsellor may set for a client’s safety', () => {
  test('a way to leave quickly stands on every page once it is set, and that is written down', async () => {
    const { client, portal } = await someone()
    expect((await frame(portal, {}, now)).quickExit).toBe(false)
    const change = { clientId: client.id, version: client.version, quickExit: true }
    await execute(updateClient, office.counsellor, change, { now })
    expect((await frame(portal, {}, now)).quickExit).toBe(true)
    expect(await auditOf(office)).toContainEqual({ type: 'client.updated', clientId: client.id, fields: ['quickExit'] })
  })

  test('whoever needs care is spoken to more calmly, on the page that says what to do', async () => {
    const { client, portal } = await someone()
    await office.within((tx) =>
      tx
        .update(clients)
        .set({ needsCare: true })
        .where(and(eq(clients.orgId, office.organisationId), eq(clients.id, client.id))),
    )
    expect((await home(portal, {}, now)).client.needsCare).toBe(true)
  })
})
