import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hardships, letters } from '@/db/schema'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal, type Negotiation } from '@/db/testing/negotiation'
import { auditOf, refusalOf } from '@/db/testing/traces'
import { grantSensitive } from '@/lib/cases/commands'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { publishTemplate } from '@/lib/templates/commands'
import { startBatch, writeLetters } from './batch.commands'
import { batchFiles } from './batch.queries'
import { sendLetter } from './send-letter.commands'

const folder = mkdtempSync(join(tmpdir(), 'parley-medical-'))
let office: Office
let negotiation: Negotiation
beforeAll(() => {
  process.env.DATA_DIR = folder
})
afterAll(() => rmSync(folder, { recursive: true }))

const call = { now: clock }
const story = '九月确诊肺癌\n住院化疗'
/** A wording somebody published that tells the hardship in the client's own words. */
const telling = { title: '催询', salutation: '{{ recipient }}：', body: '{{ hardship_statement }}请告知进度。', signature: '' }

beforeEach(async () => {
  office = await openOffice()
  negotiation = await aNegotiation(office)
  const { clientId } = negotiation.kase
  await aSentProposal(office, negotiation, [{ type: 'TERM_EXTENSION', toPeriods: 6 }])
  await office.within((tx) => tx.update(hardships).set({ narrative: story }).where(eq(hardships.clientId, clientId)))
  const publication = { kind: 'REMINDER', locale: 'zh-CN', inUse: 1, version: 0, note: '写明困难', ...telling }
  await execute(publishTemplate, office.supervisor, publication, call)
})

const grant = (userId: string) =>
  execute(grantSensitive, office.supervisor, { caseId: negotiation.kase.id, userId, reason: '拟写信函' }, call)
const agree = () =>
  execute(giveConsent, office.counsellor, { clientId: negotiation.client.id, purpose: 'SENSITIVE', channel: 'PAPER' }, call)
async function written() {
  const { batchId } = await execute(startBatch, office.counsellor, { kind: 'REMINDER', caseIds: [negotiation.kase.id] }, call)
  await execute(writeLetters, office.counsellor, { batchId }, call)
  const [letter] = await office.within((tx) => tx.select().from(letters).where(eq(letters.batchId, batchId)))
  if (letter === undefined) throw new Error('no letter')
  return letter
}
const withdraw = (purpose: 'SHARE_WITH_CREDITOR' | 'CONTACT_CREDITOR') =>
  execute(withdrawConsent, office.counsellor, { clientId: negotiation.client.id, purpose }, call)

describe('a reminder that would tell of an illness', () => {
  test('is not written by somebody without the grant, and nothing of it is kept', async () => {
    await agree()
    expect(await written()).toMatchObject({ state: 'SKIPPED', why: 'SENSITIVE_GRANT', text: '', file: '' })
    expect(await auditOf(office)).toContainEqual(expect.objectContaining({ type: 'letter.skipped', why: 'SENSITIVE_GRANT' }))
  })

  test('is not written without the client’s separate consent, or once the one to hand it on is withdrawn', async () => {
    await grant(office.counsellor.id)
    expect((await written()).why).toBe('SENSITIVE_CONSENT')
    await agree()
    await withdraw('SHARE_WITH_CREDITOR')
    expect((await written()).why).toBe('SENSITIVE_CONSENT')
  })

  test('is written with the grant and both consents, and opens only to those with a grant', async () => {
    await grant(office.counsellor.id)
    await agree()
    const { state, text, batchId } = await written()
    expect([state, text.includes('肺癌')]).toEqual(['WRITTEN', true])
    const opened = async (by = office.counsellor) =>
      (await batchFiles(by, { batchId }, clock)).letters.map(({ why, kept }) => [why, kept !== ''])
    expect(await opened()).toEqual([['', true]])
    await expect(opened(office.supervisor)).rejects.toMatchObject({ details: { why: 'no_letter' } })
    await grant(office.supervisor.id)
    expect(await opened(office.supervisor)).toEqual([['', true]])
  })
})

test('one that was written does not go out once the client no longer lets us hand it on', async () => {
  await grant(office.counsellor.id)
  await agree()
  const { id: letterId } = await written()
  await withdraw('SHARE_WITH_CREDITOR')
  const sending = execute(sendLetter, office.counsellor, { letterId, channel: 'EMAIL' }, call)
  expect((await refusalOf(sending)).details).toEqual({ why: 'letter_SENSITIVE_CONSENT' })
})

test('no reminder is written in the name of a client who no longer lets us contact the creditor', async () => {
  await grant(office.counsellor.id)
  await agree()
  await withdraw('CONTACT_CREDITOR')
  expect((await written()).why).toBe('NO_MANDATE')
})
