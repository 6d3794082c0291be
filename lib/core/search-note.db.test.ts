import { and, eq, like } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog } from '@/db/schema'
import { aCase, aClient, clock, type Office, openOffice, staffMember } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { boardCard } from '@/lib/cases/board.queries'
import { caseList } from '@/lib/cases/list.queries'
import { search } from '@/lib/cases/search.queries'
import { indexCasesOf } from '@/lib/cases/search-index.commands'
import { listClients } from '@/lib/clients/queries'
import type { Actor } from './actor'
import { searchLimit } from './search-note.queries'

let office: Office
let client: Awaited<ReturnType<typeof aClient>>
let kase: Awaited<ReturnType<typeof aCase>>

beforeAll(async () => {
  office = await openOffice()
  client = await aClient(office, { name: '欧阳晓彤', phone: '13812345678', phoneTail: '5678', idNumber: '110105194912310021' })
  kase = await aCase(office, { client })
  await office.within((tx) => indexCasesOf({ tx, actor: office.supervisor }, client.id))
})

const linesOf = (actor: Actor) =>
  office.within((tx) =>
    tx
      .select({ what: accessLog.what, object: accessLog.object })
      .from(accessLog)
      .where(and(eq(accessLog.actor, `staff:${actor.id}`), like(accessLog.what, '%.search'))),
  )

describe('looking for somebody', () => {
  test('leaves one line without the text, however many pages of it are turned', async () => {
    for (const q of ['欧阳', '欧阳', '5678']) await listClients(office.supervisor, { q }, clock)
    await caseList(office.supervisor, { q: '欧阳晓' }, clock)
    await search(office.supervisor, { q: '欧阳晓彤' }, clock)
    const lines = await linesOf(office.supervisor)
    expect(lines.map(({ what }) => what).toSorted()).toEqual(['case.search', 'case.search', 'client.search', 'client.search'])
    // A keyed hash and nothing beside it; it may well hold the digits of a number, so its shape is asked and not its digits.
    for (const { object } of lines) expect(object).toMatch(/^text:[0-9a-f]{24}$/)
  })

  test('an auditor finds a case by its number and by nothing of the person', async () => {
    const found = async (q: string) => (await listClients(office.auditor, { q }, clock)).clients.map(({ id }) => id)
    for (const q of ['欧阳', '欧', 'oyxt', 'ouyang', '5678', '13812345678', '110105194912310021']) {
      expect(await found(q)).toEqual([])
      expect((await search(office.auditor, { q }, clock)).cases).toEqual([])
      expect((await caseList(office.auditor, { q }, clock)).text).toContain('"cards":[]')
      expect((await boardCard(office.auditor, { q, caseId: kase.id }, clock)).text).toBe('{"card":null}')
    }
    expect(await found(kase.number)).toEqual([client.id])
    expect((await search(office.auditor, { q: kase.number }, clock)).cases).toHaveLength(1)
    expect((await boardCard(office.auditor, { q: kase.number, caseId: kase.id }, clock)).text).toContain(kase.number)
  })

  test('more texts than work takes are refused for a while, also when they come at once', async () => {
    const busy = await staffMember({ organisationId: office.organisationId, roles: ['COUNSELLOR'] })
    for (let n = 0; n < searchLimit.texts - 1; n += 1) await listClients(busy, { q: `名字${n}` }, clock)
    const many = await Promise.allSettled(['甲', '乙', '丙'].map((q) => listClients(busy, { q }, clock)))
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { code, details } = await refusalOf(search(busy, { q: '丁' }, clock))
    expect({ code, details }).toEqual({ code: 'too_many', details: { seconds: 600 } })
    const later = new Date(clock.getTime() + 601_000)
    expect((await search(busy, { q: '丁' }, later)).cases).toEqual([])
  }, 30_000)
})
