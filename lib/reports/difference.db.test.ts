import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCase, aClient, aDebt, aVersion, openOffice } from '@/db/testing/factories'
import { inFives } from '@/db/testing/in-fives'
import { report, reportExport } from './queries'

const answered = new Date('2026-11-25T02:00:00Z')

/** An office in which twelve clients are of one team and so many others of none. */
async function officeWith(others: number) {
  const [office, team] = [await openOffice(), randomUUID()]
  for (let n = 0; n < 12 + others; n++) {
    const kase = await aCase(office, n < 12 ? { teamId: team } : {})
    await aVersion(office, await aDebt(office, kase), { sent: true, outcome: 'ACCEPTED' })
  }
  return { office, team }
}

test.each(['creditors', 'caseload'] as const)(
  '%s of one team is not told outside it where the rest would be a few people',
  async (id) => {
    const { office, team } = await officeWith(3)
    const asked = { report: id, team }
    expect(await report(office.analyst, asked, answered)).toMatchObject({ isDifferenced: true, rows: [] })
    expect(await reportExport(office.supervisor, asked, answered)).toMatchObject({ isDifferenced: true, rows: [] })
    expect((await report(office.analyst, { report: id }, answered)).isDifferenced).toBe(false)
  },
)

test.each([
  ['creditors', 4, true],
  ['creditors', 5, false],
  ['caseload', 4, false],
] as const)('inside the team %s of one team, beside whom %i people are, would tell of a few: %s', async (id, others, tells) => {
  const { office, team } = await officeWith(others)
  const { isDifferenced, rows } = await report(office.supervisor, { report: id, team }, answered)
  expect([isDifferenced, rows.length === 0]).toEqual([tells, tells])
})

test('outside, it is not told where the team has many cases, but of a few people', async () => {
  const { office, team } = await officeWith(12)
  const few = randomUUID()
  for (const client of [await aClient(office), await aClient(office)])
    for (let n = 0; n < 6; n++) await aCase(office, { client, teamId: few })
  expect(await report(office.analyst, { report: 'caseload', team: few }, answered)).toMatchObject({ isDifferenced: true })
  expect(await report(office.analyst, { report: 'caseload', team }, answered)).toMatchObject({ isDifferenced: true })
})

test('and is told where the rest are as many as may be told', async () => {
  const { office, team } = await officeWith(12)
  const { isDifferenced, rows } = await report(office.analyst, { report: 'caseload', team }, answered)
  expect(isDifferenced).toBe(false)
  expect(rows[0]?.cells.open).toEqual(inFives(12))
})
