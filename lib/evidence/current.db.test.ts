import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, aClient, clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { giveConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { evidenceFacts } from '@/lib/factors/evidence.queries'
import { reviewEvidence, uploadEvidence } from './commands'

let office: Office
const folder = mkdtempSync(join(tmpdir(), 'parley-current-'))
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openSeededOffice()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('SF-05 what a proposal rests on is what holds that day: one file for each kind it serves, none that ran out', async () => {
  const client = await aClient(office)
  const kase = await aCase(office, { client })
  await execute(giveConsent, office.counsellor, { clientId: client.id, purpose: 'SENSITIVE', channel: 'PAPER' }, { now: clock })
  const verified = async (values: object, expiresOn: string | null) => {
    const paper = { clientId: client.id, fileName: 'a.txt', content: Buffer.from('证明').toString('base64'), ...values }
    const { id } = await execute(uploadEvidence, office.counsellor, paper, { now: clock })
    const review = { evidenceId: id, version: 1, status: 'VERIFIED', expiresOn }
    await execute(reviewEvidence, office.counsellor, review, { now: clock })
  }
  await verified({ code: 'BANK_STATEMENT', alsoFor: ['ASSET_PROOF'], issuer: 'BANK' }, '2026-11-30')
  await verified({ code: 'RESIGNATION_CERT', issuer: 'EMPLOYER' }, '2026-11-20')
  const on = (day: string) =>
    office.within((tx) =>
      evidenceFacts({ actor: office.counsellor, tx, now: new Date(`${day}T12:00:00+08:00`) }, kase, 'UNEMPLOYMENT'),
    )
  const held = async (day: string) => (await on(day)).verified.map(({ code }) => code).toSorted()
  expect(await held('2026-11-20')).toEqual(['ASSET_PROOF', 'BANK_STATEMENT', 'RESIGNATION_CERT'])
  expect(await held('2026-11-21')).toEqual(['ASSET_PROOF', 'BANK_STATEMENT'])
  expect(await held('2026-12-01')).toEqual([])
})
