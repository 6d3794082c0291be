import { and, eq, lt, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreements, instalments } from '@/db/schema'
import { type Office, openOffice } from '@/db/testing/factories'
import { type Agreed, aRunningPlan, caseRow, on } from '@/db/testing/running-plan'
import type { ClosingOutcome } from '@/db/vocabulary'
import { analytics } from '@/lib/analytics/queries'
import { moveCase } from '@/lib/cases/commands'
import { execute } from '@/lib/core/command'
import { report } from './queries'

let office: Office
const [endedOn, later] = ['2027-01-10', on('2027-07-01')]

/** A plan of six months that was paid on each day up to the one on which its case is closed. */
async function endedAs(outcome: ClosingOutcome) {
  const made = await aRunningPlan(office)
  const dueBefore = and(eq(instalments.agreementId, made.agreementId), lt(instalments.dueOn, endedOn))
  await office.within((tx) =>
    tx.update(instalments).set({ paid: instalments.amount, paidOn: instalments.dueOn }).where(dueBefore),
  )
  return close(made, outcome)
}

async function close({ negotiation }: Agreed, outcome: ClosingOutcome) {
  const { id: caseId, version } = await caseRow(office, negotiation)
  const closing = { outcome, reason: '见沟通记录', summary: '案件已结，资料会按规定保存。' }
  return execute(moveCase, office.supervisor, { caseId, version, to: 'CLOSED', closing }, { now: on(endedOn) })
}

beforeAll(async () => {
  office = await openOffice()
  for (let n = 0; n < 5; n++) await endedAs('PAID_IN_FULL')
  await endedAs('LOST_CONTACT')
}, 60_000)

test('what was due before an agreement was confirmed and paid that day is no instalment missed', async () => {
  const late = await openOffice()
  for (let n = 0; n < 5; n++) await aRunningPlan(late)
  await late.within(async (tx) => {
    await tx.update(agreements).set({ confirmedOn: '2026-12-08' })
    const paidOn = sql`greatest(${instalments.dueOn}, '2026-12-08'::date)`
    await tx.update(instalments).set({ paid: instalments.amount, paidOn })
  })
  const { rows } = await report(late.supervisor, { report: 'kept' }, later)
  expect(rows.map(({ cells }) => [cells.months, cells.missed, cells.kept])).toContainEqual([6, 0, '1.0000'])
  expect((await analytics(late.supervisor, {}, later)).figures.kept).toMatchObject({ n: 5, events: 5 })
})

describe('an agreement that ended before its last instalment was due', () => {
  test('missed nothing of what was due from then on: who paid all of it is kept ever after, the other followed no longer than it ran', async () => {
    const { rows } = await report(office.supervisor, { report: 'kept' }, later)
    expect(rows.map(({ cells }) => [cells.months, cells.atRisk, cells.missed, cells.kept])).toEqual([
      [3, 5, 0, '1.0000'],
      [6, 5, 0, '1.0000'],
      [12, 0, 0, null],
    ])
  })

  test('was kept where the debt was paid in full, and where we only lost sight of it is neither kept nor broken', async () => {
    expect((await analytics(office.supervisor, {}, later)).figures.kept).toMatchObject({ n: 5, events: 5 })
  })
})
