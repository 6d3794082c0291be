import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, aClient, clientActor, clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { uploadMine } from '@/lib/portal/commands'
import { home } from '@/lib/portal/queries'
import { request } from '@/lib/portal/request.queries'
import { closeRequest } from './close-request.commands'
import { requestEvidence, reviewEvidence, uploadEvidence } from './commands'
import { listEvidence } from './queries'

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-close-request-'))
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const file = { fileName: 'a.txt', content: Buffer.from('离职证明').toString('base64') }

async function asked(code = 'OTHER', notes = ['离职证明']) {
  const client = await aClient(office)
  const kase = await aCase(office, { client })
  const ids: string[] = []
  for (const note of notes) ids.push((await execute(requestEvidence, office.counsellor, { caseId: kase.id, code, note }, at)).id)
  const me = clientActor(office, client)
  const waiting = async () => (await home(me, {}, clock)).next
  const open = async () => {
    const { requests } = await listEvidence(office.counsellor, { clientId: client.id })
    return requests.filter(({ fulfilledAt }) => fulfilledAt === null).map(({ note }) => note)
  }
  const upload = (kind: string) => execute(uploadEvidence, office.counsellor, { clientId: client.id, code: kind, ...file }, at)
  return { client, kase, me, waiting, open, upload, requestId: ids[0] ?? '' }
}

describe('a document that is turned back', () => {
  test('SE-01 is asked for again where it was given, and what is given next answers it', async () => {
    const { me, waiting, open, requestId } = await asked()
    const give = () => execute(uploadMine, me, { requestId, ...file }, at)
    const { id } = await give()
    expect([await open(), await waiting()]).toEqual([[], { kind: 'nothing' }])
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '看不清' }, at)
    expect([await open(), await waiting()]).toEqual([['离职证明'], expect.objectContaining({ kind: 'upload', requestId })])
    await give()
    expect([await open(), await waiting()]).toEqual([[], { kind: 'nothing' }])
  })

  test.each([
    ['PAYSLIP', ['近三个月']],
    ['OTHER', ['离职证明', '租房合同']],
  ])('%s says to its client why, where it is given again, and leads there from what they gave', async (code, notes) => {
    const { me, requestId } = await asked(code, notes)
    const give = () => execute(uploadMine, me, { requestId, ...file, consent: 'on' }, at)
    const told = async () => {
      const [{ turnedBack }, { documents }] = [await request(me, { requestId }, clock), await home(me, {}, clock)]
      return { turnedBack, ways: documents?.map(({ addTo, againTo }) => addTo ?? againTo) }
    }
    expect(await told()).toEqual({ turnedBack: null, ways: [] })
    const { id } = await give()
    expect(await told()).toEqual({ turnedBack: null, ways: [requestId] })
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '看不清' }, at)
    expect(await told()).toEqual({ turnedBack: '看不清', ways: [requestId] })
    await give()
    expect((await told()).turnedBack).toBeNull()
  })
})

test('SE-01 of two pages given together the one that was turned back is told, whichever came last', async () => {
  const { me, requestId } = await asked('PAYSLIP', ['近三个月'])
  const { id } = await execute(uploadMine, me, { requestId, ...file, consent: 'on' }, at)
  await execute(uploadMine, me, { requestId, ...file, fileName: 'b.txt' }, { now: new Date(clock.getTime() + 1000) })
  await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '看不清' }, at)
  expect((await request(me, { requestId }, clock)).turnedBack).toBe('看不清')
})

test('SE-01 a second page that is turned back is asked for again where it was given', async () => {
  const { me, open, waiting, requestId } = await asked('PAYSLIP', ['近三个月'])
  await execute(uploadMine, me, { requestId, ...file, consent: 'on' }, at)
  const { id } = await execute(
    uploadMine,
    me,
    { requestId, ...file, fileName: 'b.txt' },
    { now: new Date(clock.getTime() + 1000) },
  )
  await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '第二页看不清' }, at)
  expect([await open(), await waiting()]).toEqual([['近三个月'], expect.objectContaining({ kind: 'upload', requestId })])
  expect((await request(me, { requestId }, clock)).turnedBack).toBe('第二页看不清')
})

test('SE-01 a paper from another hand leaves alone what an earlier one has answered', async () => {
  const { upload, me, open, requestId } = await asked('PAYSLIP', ['近三个月'])
  await execute(uploadMine, me, { requestId, ...file, consent: 'on' }, at)
  const { id } = await upload('PAYSLIP')
  await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '看不清' }, at)
  expect(await open()).toEqual([])
})

describe('a request that is ended by hand', () => {
  test('SE-01 is answered by a document that came another way, and the client is not asked again', async () => {
    const { upload, open, waiting, requestId, kase } = await asked()
    const { id } = await upload('INCOME_PROOF')
    expect([await open(), (await waiting()).kind]).toEqual([['离职证明'], 'upload'])
    await execute(closeRequest, office.counsellor, { requestId, answeredBy: id }, at)
    expect([await open(), await waiting()]).toEqual([[], { kind: 'nothing' }])
    const told = { type: 'evidence.requestClosed', caseId: kase.id, requestId, code: 'OTHER', evidenceId: id }
    expect((await auditOf(office)).at(-1)).toEqual(told)
    const again = execute(closeRequest, office.counsellor, { requestId, answeredBy: id }, at)
    expect((await refusalOf(again)).details).toEqual({ why: 'already_done' })
  })

  test('is taken back where nobody needs it any more', async () => {
    const { open, waiting, requestId, client } = await asked('PAYSLIP')
    await execute(closeRequest, office.counsellor, { requestId, answeredBy: 'none' }, at)
    expect([await open(), await waiting()]).toEqual([[], { kind: 'nothing' }])
    expect((await listEvidence(office.counsellor, { clientId: client.id })).requests).toEqual([])
  })

  test('is not answered by another client’s document, nor by one that was turned back', async () => {
    const [{ upload, requestId, open }, other] = [await asked(), await asked()]
    const foreign = await other.upload('INCOME_PROOF')
    const { id } = await upload('INCOME_PROOF')
    await execute(reviewEvidence, office.counsellor, { evidenceId: id, version: 1, status: 'REJECTED', reason: '看不清' }, at)
    for (const answeredBy of [foreign.id, id, '']) {
      const close = execute(closeRequest, office.counsellor, { requestId, answeredBy }, at)
      expect((await refusalOf(close)).details).toEqual({ fields: { answeredBy: ['choice'] } })
    }
    const stranger = execute(closeRequest, office.colleague, { requestId, answeredBy: 'none' }, at)
    expect([(await refusalOf(stranger)).code, await open()]).toEqual(['not_found', ['离职证明']])
  })

  test('of two that only their notes tell apart, a document answers the one it was given for', async () => {
    const { me, open, requestId, upload } = await asked('OTHER', ['离职证明', '租房合同'])
    await upload('OTHER')
    expect(await open()).toHaveLength(2)
    await execute(uploadMine, me, { requestId, ...file }, at)
    expect(await open()).toEqual(['租房合同'])
  })
})
