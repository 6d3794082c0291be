import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases, idempotencyKeys } from '@/db/schema'
import { aCase, aClient, clock, type Office, openOffice } from '@/db/testing/factories'
import { accessOf, refusalOf } from '@/db/testing/traces'
import { setNextAction } from '@/lib/cases/commands'
import { createClient, revealClient } from '@/lib/clients/commands'
import { execute } from './command'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})

const handToColleague = (caseId: string) =>
  office.within((tx) =>
    tx
      .update(cases)
      .set({ ownerId: office.colleague.id })
      .where(and(eq(cases.orgId, office.organisationId), eq(cases.id, caseId))),
  )

const kept = () =>
  office.within((tx) => tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.orgId, office.organisationId)))

describe('a call that is repeated with its key', () => {
  test('a reveal is never kept: each repeat leaves its line, and ends with the right to look', async () => {
    const client = await aClient(office, { phone: '13912340001', createdBy: office.supervisor.id })
    const kase = await aCase(office, { client })
    const reveal = () =>
      execute(revealClient, office.counsellor, { clientId: client.id, field: 'phone' }, { idempotencyKey: 'look', now: clock })
    expect(await reveal()).toEqual({ value: '13912340001' })
    expect(await reveal()).toEqual({ value: '13912340001' })
    expect((await accessOf(office)).filter((line) => line.kind === 'reveal' && line.object === client.id)).toHaveLength(2)
    expect(JSON.stringify(await kept())).not.toContain('13912340001')
    await handToColleague(kase.id)
    expect((await refusalOf(reveal())).code).toBe('not_found')
  })

  test('the answer about a case is not told again to somebody it was taken from', async () => {
    const kase = await aCase(office)
    const values = { caseId: kase.id, version: 1, action: 'TRIAGE', text: '看材料', dueOn: '2026-11-25' }
    const set = () => execute(setNextAction, office.counsellor, values, { idempotencyKey: 'next', now: clock })
    expect(await set()).toEqual(await set())
    await handToColleague(kase.id)
    expect((await refusalOf(set())).code).toBe('not_found')
  })

  test('the answer about a client is told again as long as the client is in sight', async () => {
    const register = () => execute(createClient, office.assistant, { name: '王芳' }, { idempotencyKey: 'new', now: clock })
    const { id } = await register()
    expect((await register()).id).toBe(id)
  })

  test('the same call is told the same bytes however its fields are ordered, and another one is refused', async () => {
    const kase = await aCase(office)
    const values = { caseId: kase.id, version: 1, action: 'TRIAGE', text: '看材料', dueOn: '2026-11-25' }
    const turned = Object.fromEntries(Object.entries(values).toReversed())
    const set = (given: object) =>
      execute(setNextAction, office.counsellor, given, { idempotencyKey: 'turned', now: clock }).then(JSON.stringify)
    const first = await set(values)
    expect(await set(turned)).toBe(first)
    expect((await refusalOf(set({ ...values, text: '别的' }))).code).toBe('idempotency_mismatch')
  })

  test('answers are kept for seventy-two hours', async () => {
    const later = new Date(clock.getTime() + 73 * 3_600_000)
    await execute(createClient, office.supervisor, { name: '王芳' }, { idempotencyKey: 'old', now: clock })
    await execute(createClient, office.supervisor, { name: '王芳' }, { idempotencyKey: 'young', now: later })
    const mine = (await kept()).filter((row) => row.actorId === office.supervisor.id)
    expect(mine.map((row) => row.key)).toEqual(['client.create:young'])
  })
})
