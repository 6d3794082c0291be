import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, clock, type Office, openOffice } from '@/db/testing/factories'
import type { Actor } from '@/lib/core/actor'
import { longFrom } from './long.queries'
import { report } from './queries'
import { unlessTooLong } from './too-long'

let office: Office
const isLong = async (actor: Actor) => (await report(actor, { report: 'caseload' }, clock)).isLong

beforeAll(async () => {
  office = await openOffice()
  await aCase(office, { ownerId: office.colleague.id })
  await office.within((tx) => tx.execute(sql`update board_counters set count = ${longFrom} - 1`))
  await aCase(office, { ownerId: office.counsellor.id })
})

describe('a report is too long to wait for', () => {
  test('from twenty thousand cases on, of those the reader sees', async () => {
    expect(await isLong(office.supervisor)).toBe(true)
    expect(await isLong(office.analyst)).toBe(true)
    expect(await isLong(office.colleague)).toBe(false)
    expect(await isLong(office.counsellor)).toBe(false)
  })

  test('where the database ended its statement, and every other trouble stays one', async () => {
    const ended = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
    expect(await unlessTooLong(Promise.reject(ended))).toBeUndefined()
    await expect(unlessTooLong(Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
    expect(await unlessTooLong(Promise.resolve('table'))).toBe('table')
  })
})
