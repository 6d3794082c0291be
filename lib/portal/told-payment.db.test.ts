import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { evidenceTypes, payments } from '@/db/schema'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, aRunningPlan, on } from '@/db/testing/running-plan'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { reportMyPayment } from './commands'

let office: Office
beforeAll(async () => {
  process.env['DATA_DIR'] = await mkdtemp(join(tmpdir(), 'parley-files-'))
  office = await openOffice()
  const type = { orgId: office.organisationId, code: 'PAYMENT_PROOF', nameZh: '还款凭证', nameEn: 'Proof of payment' }
  await office.within((tx) => tx.insert(evidenceTypes).values(type))
})

const now = on('2026-12-04')
const tell = ({ negotiation, agreementId }: Agreed, values: object = {}, at = now) =>
  execute(reportMyPayment, negotiation.portal, { agreementId, amount: '43.30', paidOn: '2026-12-04', ...values }, { now: at })
const toldOf = ({ agreementId }: Agreed) =>
  office.within((tx) => tx.select().from(payments).where(eq(payments.agreementId, agreementId)))
const already = { code: 'rule', details: { why: 'already_said' } }

async function photo(background: string) {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background } })
  return { fileName: '回单.jpg', content: (await image.jpeg().toBuffer()).toString('base64') }
}

describe('a payment that is told twice', () => {
  test('is one payment to who goes back and presses again, and to who taps twice at once', async () => {
    const made = await aRunningPlan(office)
    const taps = await Promise.allSettled([tell(made), tell(made), tell(made)])
    expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusalOf(tell(made, { amount: '43.3' }, new Date(now.getTime() + 9 * 60_000)))).toMatchObject(already)
    expect(await toldOf(made)).toHaveLength(1)
  })

  test('keeps the picture that came only with the second telling, once', async () => {
    const made = await aRunningPlan(office)
    const { paymentId } = await tell(made)
    const proof = await photo('#884422')
    expect(await tell(made, proof)).toEqual({ paymentId })
    expect(await refusalOf(tell(made, proof))).toMatchObject(already)
    expect(await refusalOf(tell(made))).toMatchObject(already)
    expect(await toldOf(made)).toMatchObject([{ id: paymentId, evidenceId: expect.any(String) }])
  })

  test('is two payments with two pictures, another amount or another day, or later on', async () => {
    const made = await aRunningPlan(office)
    await tell(made, await photo('#884422'))
    await tell(made, await photo('#228844'))
    await tell(made, { amount: '43.31' })
    await tell(made, { paidOn: '2026-12-03' })
    await tell(made, {}, new Date(now.getTime() + 11 * 60_000))
    expect(await toldOf(made)).toHaveLength(5)
  })
})
