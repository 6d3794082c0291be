import { describe, expect, test } from 'vitest'
import { aCase, aClient, aDebt, aVersion, type Office, openOffice } from '@/db/testing/factories'
import { withdrawConsent } from '@/lib/clients/consent.commands'
import { execute } from '@/lib/core/command'
import { analytics, analyticsExport } from './queries'

const answered = new Date('2026-11-25T02:00:00Z')

describe('whoever has not agreed to statistics', () => {
  const sent = async (here: Office, consent: boolean) => {
    const client = await aClient(here, { consent })
    await aVersion(here, await aDebt(here, await aCase(here, { client })), { sent: true })
    return client
  }

  test('is counted by the team at its own work, in no figure for others, and how many they are is said', async () => {
    const here = await openOffice()
    for (const consent of [true, true, true, false, false, false, false, false]) await sent(here, consent)
    for (let more = 0; more < 10; more += 1) await sent(here, false)
    expect(await analytics(here.supervisor, {}, answered)).toMatchObject({ funnel: { sent: 18 }, without: 0 })
    const taken = await analyticsExport(here.supervisor, {}, answered)
    expect(taken).toMatchObject({ funnel: { sent: 3 }, without: 15 })
    expect(taken.data.rows).toHaveLength(3)
  })

  test('leaves them by withdrawing, from then on', async () => {
    const here = await openOffice()
    const [leaving] = [await sent(here, true), await sent(here, true)]
    const values = { clientId: leaving.id, purpose: 'STATISTICS' }
    expect((await analyticsExport(here.supervisor, {}, answered)).funnel.sent).toBe(2)
    await execute(withdrawConsent, here.supervisor, values, { now: answered })
    expect((await analyticsExport(here.supervisor, {}, answered)).funnel.sent).toBe(1)
  })

  test('so few that the number would point at them are not counted out loud', async () => {
    const here = await openOffice()
    for (const consent of [true, false]) await sent(here, consent)
    expect((await analyticsExport(here.supervisor, {}, answered)).without).toBeNull()
    const all = await openOffice()
    await sent(all, true)
    expect((await analyticsExport(all.supervisor, {}, answered)).without).toBe(0)
  })
})
