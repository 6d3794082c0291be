import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, aClient, clientActor, clock, type Office, type TestClient } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { giveConsent } from '@/lib/clients/consent.commands'
import { recordHardship } from '@/lib/clients/hardship.commands'
import { execute } from '@/lib/core/command'
import { evidenceCompleteness } from '@/lib/factors/evidence'
import { evidenceFacts } from '@/lib/factors/evidence.queries'
import { home } from '@/lib/portal/queries'
import { sourceOf } from '@/lib/proposals/source.queries'
import { reviewEvidence, uploadEvidence } from './commands'
import { listEvidence } from './queries'

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-coverage-'))
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = { now: clock }
const noon = (day: string) => new Date(`${day}T04:00:00Z`)
async function verified(client: TestClient, values: object, expiresOn: string | null = null) {
  const paper = { clientId: client.id, fileName: 'a.txt', content: Buffer.from('证明').toString('base64'), ...values }
  const { id } = await execute(uploadEvidence, office.counsellor, paper, at)
  const review = { evidenceId: id, version: 1, status: 'VERIFIED', expiresOn }
  await execute(reviewEvidence, office.counsellor, review, at)
}
async function aPoorerClient() {
  const client = await aClient(office)
  const cause = { clientId: client.id, type: 'INCOME_REDUCTION', startedOn: '2026-06-01' }
  await execute(recordHardship, office.counsellor, cause, at)
  return { client, kase: await aCase(office, { client }) }
}
const proof = (coversFrom: string, coversTo: string) => ({ code: 'INCOME_PROOF', coversFrom, coversTo })

describe('SE-04 papers that cover too little time', () => {
  test('are short on the list, and count as unproven in what is frozen, until the months are there', async () => {
    const { client, kase } = await aPoorerClient()
    const line = async () => {
      const { checklist } = await listEvidence(office.counsellor, { clientId: client.id }, clock)
      const found = checklist.find(({ options }) => options.includes('INCOME_PROOF'))
      return [found?.state, found?.months?.covered]
    }
    const complete = () =>
      office.within(async (tx) => {
        const evidence = await evidenceFacts({ actor: office.counsellor, tx, now: clock }, kase, 'INCOME_REDUCTION')
        // Six required lines: five of every case and the proof of income.
        return evidenceCompleteness({ evidence })
      })
    await verified(client, proof('2026-05-01', '2026-07-31'))
    expect(await line()).toEqual(['short', 3])
    expect(await complete()).toEqual({ value: '0.0000' })
    await verified(client, proof('2026-08-01', '2026-10-31'))
    expect(await line()).toEqual(['verified', 6])
    expect(await complete()).toEqual({ value: '0.1667' })
  })
})

describe('SE-01 a paper that ran out', () => {
  test('is told to the client as out of date, and is not enclosed in a letter of that day', async () => {
    const { client, kase } = await aPoorerClient()
    await verified(client, proof('2026-05-01', '2026-10-31'), '2026-11-30')
    const share = { clientId: client.id, purpose: 'SHARE_WITH_CREDITOR', channel: 'PAPER' }
    await execute(giveConsent, office.counsellor, share, at)
    const told = async (day: string) => (await home(clientActor(office, client), { locale: 'zh-CN' }, noon(day))).documents
    const enclosed = (day: string) =>
      office.within(async (tx) => (await sourceOf({ actor: office.counsellor, tx, now: noon(day) }, kase)).documents)
    expect(await told('2026-11-30')).toMatchObject([{ name: '收入证明', status: 'VERIFIED' }])
    expect(await enclosed('2026-11-30')).toEqual([
      { zh: '收入证明（2026年5月至2026年10月）', en: 'Proof of income (May 2026 to October 2026)' },
    ])
    expect(await told('2026-12-01')).toMatchObject([{ name: '收入证明', status: 'EXPIRED' }])
    expect(await enclosed('2026-12-01')).toEqual([])
  })
})
