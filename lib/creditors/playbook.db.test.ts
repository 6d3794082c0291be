import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, aCreditor, aDebt, aDecision, aVersion, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { creditorPlaybook } from './playbook.queries'

let office: Office
let other: Office
beforeAll(async () => {
  office = await openOffice()
  other = await openOffice({ name: '另一家' })
  for (let n = 0; n < 10; n += 1) await answered(n)
  const silent = await aVersion(office, await aDebt(office, await aCase(office, { stage: 'SUBMITTED' })), { sent: true })
  await aDecision(office, silent, { result: 'NO_RESPONSE', decidedOn: '2027-02-05' })
})

/** Sent on 2026-11-21; answered n + 1 days later, every other one granted in half. */
async function answered(n: number) {
  const version = await aVersion(office, await aDebt(office, await aCase(office, { stage: 'CONFIRMING' })), { sent: true })
  const half = n % 2 === 0
  await aDecision(office, version, {
    ...{ decidedOn: `2026-11-${22 + Math.min(n, 8)}`, result: half ? 'COUNTERED' : 'ACCEPTED' },
    grantRatios: { TERM_EXTENSION: half ? '0.5000' : '1.0000' },
  })
}
const book = () => creditorPlaybook(office.counsellor, { creditorId: office.creditorId })

describe('the playbook of a creditor', () => {
  test('tells reply days, counter-offers and what was granted from the office’s own cases, each with its number', async () => {
    const { replyDays, countered, grants, documents } = await book()
    expect(replyDays).toMatchObject({ n: 10, value: { median: 5.5 } })
    expect(countered).toMatchObject({ n: 11, value: { count: 5, share: 5 / 11 } })
    expect(grants).toEqual([{ relief: 'TERM_EXTENSION', n: 10, value: { low: 0.5, median: 0.75, high: 1 } }])
    expect(documents).toEqual({ n: 11, value: [] })
  })
  test('of another creditor it tells nothing', async () => {
    const { creditorId } = await aCreditor(office)
    const { replyDays, countered } = await creditorPlaybook(office.counsellor, { creditorId })
    expect([replyDays, countered]).toEqual([
      { n: 0, value: null },
      { n: 0, value: null },
    ])
  })
  test('names no case', async () => {
    expect(JSON.stringify(await book())).not.toMatch(/XS-|caseId/)
  })
  test('another office’s creditor is not found, and an administrator may not ask', async () => {
    const { creditorId } = office
    expect((await refusalOf(creditorPlaybook(other.supervisor, { creditorId }))).code).toBe('not_found')
    expect((await refusalOf(creditorPlaybook(office.admin, { creditorId }))).code).toBe('forbidden')
  })
})
