import { beforeAll, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, refusalOf } from '@/db/testing/traces'
import type { Actor } from './actor'
import { expectMay } from './expect-may'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

const linesOf = async ({ id }: Actor) => (await accessOf(office)).filter(({ actor }) => actor === `staff:${id}`)

test('who opens a page that is not theirs is refused, and leaves one line in the access log', async () => {
  expect(await refusalOf(expectMay(office.analyst, 'board.window', clock))).toMatchObject({ code: 'forbidden' })
  expect(await linesOf(office.analyst)).toEqual([
    { kind: 'denied', what: 'board.window:forbidden', object: '', actor: `staff:${office.analyst.id}` },
  ])
})

test('a form that only others may fill in is refused as a page is', async () => {
  expect(await refusalOf(expectMay(office.auditor, 'client.create', clock))).toMatchObject({ code: 'forbidden' })
  expect((await linesOf(office.auditor)).map(({ what }) => what)).toEqual(['client.create:forbidden'])
})

test('who may open it leaves none', async () => {
  await expectMay(office.counsellor, 'board.window', clock)
  await expectMay(office.counsellor, 'client.create', clock)
  expect(await linesOf(office.counsellor)).toEqual([])
})
