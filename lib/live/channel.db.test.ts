import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { aReadyCase, clock, openOffice } from '@/db/testing/factories'
import { assignCase, moveCase } from '@/lib/cases/commands'
import { execute } from '@/lib/core/command'
import { listen, signal } from './channel'
import type { Told } from './told'

/** What is heard from now on. */
async function ear() {
  const heard: (Told | 'missed')[] = []
  const stop = await listen({ told: (told) => heard.push(told), missed: () => heard.push('missed'), present: () => {} })
  const until = async (isThere: () => boolean) => {
    for (let tries = 0; tries < 200 && !isThere(); tries += 1) await wait(25)
  }
  return { heard, stop, until }
}

describe('the live channel', () => {
  test('a move is heard within two seconds, with ids only', async () => {
    const office = await openOffice()
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const { heard, stop, until } = await ear()
    await execute(moveCase, office.counsellor, { caseId: kase.id, version: kase.version, to: 'DRAFTING' }, { now: clock })
    await until(() => heard.length > 0)
    stop()
    expect(heard).toEqual([
      {
        org: office.organisationId,
        case: kase.id,
        v: kase.version + 1,
        owners: [office.counsellor.id, office.counsellor.id],
        teams: [],
      },
    ])
  })

  test('who gave a case away hears that it is gone', async () => {
    const office = await openOffice()
    const kase = await aReadyCase(office)
    const { heard, stop, until } = await ear()
    const values = { caseId: kase.id, version: kase.version, ownerId: office.colleague.id }
    await execute(assignCase, office.supervisor, values, { now: clock })
    await until(() => heard.length > 0)
    stop()
    expect(heard).toMatchObject([{ owners: [office.colleague.id, office.counsellor.id] }])
  })

  test('nothing is heard of a move that was refused or made quietly', async () => {
    const office = await openOffice()
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const { heard, stop } = await ear()
    const values = { caseId: kase.id, version: kase.version }
    await expect(execute(moveCase, office.counsellor, { ...values, to: 'MONITORING' })).rejects.toThrow()
    await execute(moveCase, office.counsellor, { ...values, to: 'DRAFTING' }, { now: clock, quiet: true })
    await wait(300)
    stop()
    expect(heard).toEqual([])
  })

  test('after the connection was cut it listens again, and says that something may have been missed', async () => {
    const office = await openOffice()
    const kase = await aReadyCase(office, { stage: 'EVIDENCE' })
    const { heard, stop, until } = await ear()
    await cutListeners()
    await until(() => heard.includes('missed'))
    await execute(moveCase, office.counsellor, { caseId: kase.id, version: kase.version, to: 'DRAFTING' }, { now: clock })
    await until(() => heard.length > 1)
    stop()
    expect(heard).toEqual(['missed', expect.objectContaining({ case: kase.id })])
  })
})

test('whoever has the board open is told to the others of the office, and again when they leave', async () => {
  const [org, user, tab] = [randomUUID(), randomUUID(), randomUUID()]
  const told: unknown[] = []
  const stop = await listen({ told: () => {}, missed: () => {}, present: (office, users) => told.push([office, users]) })
  const until = async (many: number) => {
    for (let tries = 0; tries < 200 && told.length < many; tries += 1) await wait(25)
  }
  await signal({ org, user, tab, isHere: true })
  await until(1)
  await signal({ org, user, tab, isHere: false })
  await until(2)
  stop()
  expect(told).toEqual([
    [org, [user]],
    [org, []],
  ])
})

async function cutListeners() {
  const owner = new pg.Client({ connectionString: process.env.PARLEY_OWNER_URL })
  await owner.connect()
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`)
  await owner.end()
}
