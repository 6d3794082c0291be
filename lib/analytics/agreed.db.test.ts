import { describe, expect, test } from 'vitest'
import { aCase, aClient, aDebt, aVersion, type Office, openOffice } from '@/db/testing/factories'
import { inFives } from '@/db/testing/in-fives'
import { giveConsent, withdrawConsent } from '@/lib/clients/consent.commands'
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
    expect(taken).toMatchObject({ funnel: { sent: inFives(3) }, without: 15 })
    expect(taken.data.rows).toHaveLength(5)
  })

  test('is not told apart by how many a filter leaves out and how many another: the number is that of the whole office', async () => {
    const here = await openOffice()
    for (let n = 0; n < 25; n++) await sent(here, n < 15)
    const own = (actor = here.analyst) => analytics(actor, { origin: 'own' }, answered)
    expect(await own()).toMatchObject({ funnel: { sent: 15 }, without: null })
    expect(await analytics(here.analyst, {}, answered)).toMatchObject({ funnel: { sent: 15 }, without: 10 })
    expect((await analyticsExport(here.supervisor, { creditor: here.creditorId }, answered)).without).toBeNull()
    expect((await own(here.supervisor)).without).toBe(0)
  })

  test('leaves them by withdrawing, from then on', async () => {
    const here = await openOffice()
    const clients: { id: string }[] = []
    for (let n = 0; n < 15; n++) clients.push(await sent(here, true))
    expect((await analyticsExport(here.supervisor, {}, answered)).funnel.sent).toBe(15)
    for (const { id } of clients.slice(0, 5))
      await execute(withdrawConsent, here.supervisor, { clientId: id, purpose: 'STATISTICS' }, { now: answered })
    expect((await analyticsExport(here.supervisor, {}, answered)).funnel.sent).toBe(10)
  })

  test('leaves them too by taking back the basic consent, on which that to statistics rests', async () => {
    const here = await openOffice()
    const clients: { id: string }[] = []
    for (let n = 0; n < 15; n++) clients.push(await sent(here, true))
    for (const { id } of clients.slice(0, 5)) {
      const basic = { clientId: id, purpose: 'PROCESSING' } as const
      await execute(giveConsent, here.supervisor, { ...basic, channel: 'PAPER' }, { now: answered }).catch(() => {})
      await execute(withdrawConsent, here.supervisor, basic, { now: answered })
    }
    expect((await analyticsExport(here.supervisor, {}, answered)).funnel.sent).toBe(10)
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
