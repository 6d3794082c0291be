import { expect, test } from 'vitest'
import { aCase, aDebt, aVersion, clock, openOffice } from '@/db/testing/factories'
import { analyticsFilter } from './filter'
import { gathered } from './gather.queries'
import { analytics } from './queries'

const filter = analyticsFilter.parse({})

test('a large office is gathered behind everybody’s back: whoever asks is told how far it is, and then what the page would say', async () => {
  const office = await openOffice()
  for (let n = 0; n < 6; n++)
    await aVersion(office, await aDebt(office, await aCase(office)), { sent: true, outcome: n < 5 ? 'ACCEPTED' : 'REJECTED' })
  const asked = { actor: office.supervisor, now: clock, filter, limit: 5 }
  const first = await gathered(asked, 0)
  expect(first).toMatchObject({ why: 'gathering', funnel: { sent: 0 }, gathering: { done: 0 } })
  const { gathering, ...view } = await gathered(asked, 30_000)
  expect(gathering).toEqual({ asOf: clock.toISOString() })
  const { gathering: none, ...plain } = await analytics(office.supervisor, {}, clock)
  expect(none).toBeNull()
  expect(view).toEqual(plain)
  expect(view.funnel).toMatchObject({ sent: 6 })
})

test('what was gathered stands for an hour, for the same question of the same office only', async () => {
  const [office, other] = [await openOffice(), await openOffice()]
  await aVersion(office, await aDebt(office, await aCase(office)), { sent: true })
  const ask = (now: Date, actor = office.supervisor, limit = 5) => gathered({ actor, now, filter, limit }, 30_000)
  expect((await ask(clock)).funnel.sent).toBe(1)
  await aVersion(office, await aDebt(office, await aCase(office)), { sent: true })
  expect((await ask(new Date(clock.getTime() + 3_599_000))).funnel.sent).toBe(1)
  expect((await ask(clock, other.supervisor)).funnel.sent).toBe(0)
  expect((await ask(clock, office.analyst, 10)).funnel.sent).toBe(0)
  expect((await ask(new Date(clock.getTime() + 3_600_000))).funnel.sent).toBe(2)
})
