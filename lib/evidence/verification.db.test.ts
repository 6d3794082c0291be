import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, clock, type Office, openOffice } from '@/db/testing/factories'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { answerVerification, recordVerification } from './verification.commands'
import { listVerifications } from './verification.queries'

let office: Office
let elsewhere: Office
beforeAll(async () => {
  office = await openOffice()
  elsewhere = await openOffice({ name: '别处' })
})

const at = { now: clock }
const asked = { askedOn: '2026-11-18', channel: 'PHONE' as const, asked: '单位是否在职、月收入', deadline: '2026-11-20' }
const answer = { version: 1, answeredOn: '2026-11-20', answer: '已离职，提供离职证明' }
const record = (caseId: string, over = {}) => execute(recordVerification, office.counsellor, { caseId, ...asked, ...over }, at)
const told = async (caseId: string) => (await listVerifications(office.counsellor, { caseId })).verifications

describe('SS-03 what the platform wants to verify', () => {
  test('SS-03 the log says what was asked, when and how, by when, and what it was answered in time or late', async () => {
    const kase = await aCase(office)
    const first = await record(kase.id)
    const second = await record(kase.id, { askedOn: '2026-11-19', deadline: null, asked: '居住地址' })
    const third = await record(kase.id, { askedOn: '2026-11-17', deadline: '2026-11-18', asked: '贷款用途' })
    await execute(answerVerification, office.counsellor, { verificationId: first.id, ...answer }, at)
    await execute(
      answerVerification,
      office.supervisor,
      {
        ...{ verificationId: third.id, ...answer, answeredOn: '2026-11-19' },
      },
      at,
    )
    expect(await told(kase.id)).toMatchObject([
      { id: second.id, asked: '居住地址', answeredOn: null, onTime: null },
      { id: first.id, ...asked, answer: '已离职，提供离职证明', answeredOn: '2026-11-20', onTime: true },
      { id: third.id, asked: '贷款用途', onTime: false },
    ])
    const events = (await auditOf(office)).filter((event) => event['verificationId'] === first.id)
    expect(events).toEqual([
      { type: 'verification.recorded', caseId: kase.id, verificationId: first.id, deadline: '2026-11-20' },
      { type: 'verification.answered', caseId: kase.id, verificationId: first.id, answeredOn: '2026-11-20' },
    ])
  })

  test('SS-03 an answer stands once, and never before its question or ahead of today', async () => {
    const kase = await aCase(office)
    const { id } = await record(kase.id)
    const give = (over: object) =>
      refusalOf(execute(answerVerification, office.counsellor, { verificationId: id, ...answer, ...over }, at))
    expect((await give({ answeredOn: '2026-11-17' })).details).toEqual({ fields: { answeredOn: ['before_start'] } })
    expect((await give({ answeredOn: '2026-11-22' })).details).toEqual({ fields: { answeredOn: ['in_future'] } })
    expect((await give({ bundleId: kase.id })).code).toBe('not_found')
    expect((await give({ version: 2 })).code).toBe('conflict')
    await execute(answerVerification, office.counsellor, { verificationId: id, ...answer }, at)
    expect((await give({ version: 2 })).details).toEqual({ why: 'already_done' })
    expect((await refusalOf(record(kase.id, { askedOn: '2026-11-22', deadline: null }))).details).toEqual({
      fields: { askedOn: ['in_future'] },
    })
  })

  test('an auditor reads it and writes nothing; a colleague and another office find nothing', async () => {
    const kase = await aCase(office)
    const { id } = await record(kase.id)
    expect((await listVerifications(office.auditor, { caseId: kase.id })).verifications).toHaveLength(1)
    expect((await refusalOf(execute(recordVerification, office.auditor, { caseId: kase.id, ...asked }, at))).code).toBe(
      'forbidden',
    )
    for (const actor of [office.colleague, elsewhere.supervisor]) {
      expect((await refusalOf(listVerifications(actor, { caseId: kase.id }))).code).toBe('not_found')
      expect((await refusalOf(execute(recordVerification, actor, { caseId: kase.id, ...asked }, at))).code).toBe('not_found')
      const values = { verificationId: id, ...answer }
      expect((await refusalOf(execute(answerVerification, actor, values, at))).code).toBe('not_found')
    }
  })
})
