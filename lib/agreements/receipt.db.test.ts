import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { agreements } from '@/db/schema'
import { agreementSteps } from '@/db/testing/agreement-steps'
import { clientActor, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation } from '@/db/testing/negotiation'
import { on } from '@/db/testing/running-plan'
import { refusalOf } from '@/db/testing/traces'
import { contextOf } from '@/lib/core/actor'
import { command, execute } from '@/lib/core/command'
import { openReceipt, signReceipt } from './receipt.commands'

let office: Office
beforeAll(async () => {
  office = await openOffice({ rules: { breachDays: 30 } })
})

const { agreementOf, stageOf, agreed, confirm, sign } = agreementSteps(() => office)

describe('SE-14 SS-09 the client’s receipt', () => {
  const signing = command({
    name: 'portal.sign',
    input: z.strictObject({ agreementId: z.uuid(), version: z.int(), name: z.string() }),
    run: (work, given) => signReceipt(work, given),
  })
  const opening = command({
    name: 'portal.sign',
    input: z.strictObject({ agreementId: z.uuid() }),
    run: (work, { agreementId }) => openReceipt(work, agreementId),
  })

  test('cannot be signed before the paper is here, nor before the plan was opened; then it starts the agreement', async () => {
    const made = await agreed()
    const { agreementId, negotiation } = made
    const signs = async () => {
      const { version } = await agreementOf(agreementId)
      return execute(signing, negotiation.portal, { agreementId, version, name: '李小明' }, { now: on('2026-11-26') })
    }
    expect((await refusalOf(signs())).details).toEqual({ why: 'no_paper' })
    await confirm(made)
    expect((await refusalOf(signs())).details).toEqual({ why: 'not_opened' })
    await execute(opening, negotiation.portal, { agreementId }, { now: on('2026-11-26') })
    expect((await signs()).status).toBe('ACTIVE')
    expect((await stageOf(negotiation)).stage).toBe('MONITORING')
    expect((await refusalOf(signs())).details).toEqual({ why: 'not_a_draft' })
  })

  test('on paper only with the word of the counsellor that the client has read it', async () => {
    const made = await agreed()
    await confirm(made)
    expect((await refusalOf(sign(made, { clientHasRead: false }))).code).toBe('invalid')
  })

  test('another client cannot open it', async () => {
    const { agreementId } = await agreed()
    const stranger = clientActor(office, (await aNegotiation(office)).client)
    expect((await refusalOf(execute(opening, stranger, { agreementId }))).code).toBe('not_found')
    const seen = await inTransaction(contextOf(stranger), (tx) =>
      tx.select().from(agreements).where(eq(agreements.id, agreementId)),
    )
    expect(seen).toEqual([])
  })
})
