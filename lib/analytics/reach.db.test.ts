import { expect, test } from 'vitest'
import { aCase, aDebt, aVersion, clock, openOffice } from '@/db/testing/factories'
import { analytics } from './queries'

test('the funnel says over which days, to how many creditors and by how many counsellors all was sent', async () => {
  const office = await openOffice()
  const months = ['2026-09-10T02:00:00Z', '2026-10-31T17:00:00Z'] // the latter is the 1st of November in Shanghai
  for (const sentAt of months)
    for (let n = 0; n < 6; n++)
      await aVersion(office, await aDebt(office, await aCase(office)), {
        sent: true,
        sentAt: new Date(sentAt),
        outcome: 'ACCEPTED',
      })
  const { reach } = await analytics(office.supervisor, {}, clock)
  expect(reach).toMatchObject({ from: '2026-09-01', creditors: 1, counsellors: 1 })
  expect(reach?.to.slice(0, 7)).toBe('2026-11')
  const part = await analytics(office.supervisor, { from: '2026-09-01', to: '2026-09-30' }, clock)
  expect(part.reach).toMatchObject({ from: '2026-09-01', to: '2026-09-30', counsellors: null })
  const told = { from: '2026-07-01', creditors: null, counsellors: null, few: 10 }
  expect((await analytics(office.analyst, {}, clock)).reach).toMatchObject(told)
})
