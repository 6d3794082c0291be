import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  aCase,
  aClient,
  aCreditor,
  aTeam,
  clock,
  type Office,
  openOffice,
  staffMember,
  type TestCase,
} from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { openStages } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import type { RawJson } from '@/lib/core/raw-json'
import { money } from '@/lib/platform/money'
import { boardCard, boardColumn, boardWindow } from './board.queries'
import { type Card, cardShape } from './card'
import { caseList } from './list.queries'
import { today } from './today.queries'

const page = z.object({ cards: z.array(cardShape), next: z.string().nullable() })
const window = z.object({
  today: z.string(),
  columns: z.array(page.extend({ stage: z.enum(openStages), count: z.int(), total: z.string() })),
})
const read = <Shape extends z.ZodType>(shape: Shape, answer: RawJson): z.output<Shape> => shape.parse(JSON.parse(answer.text))

type Filters = Parameters<typeof boardWindow>[1]
const boardOf = async (actor: Actor, filters: Filters = {}) => read(window, await boardWindow(actor, filters, clock))
const columnOf = async (actor: Actor, filters: Parameters<typeof boardColumn>[1]) =>
  read(page, await boardColumn(actor, filters, clock))
const cardsOn = async (actor: Actor, filters: Filters = {}) =>
  (await boardOf(actor, filters)).columns.flatMap(({ cards }) => cards.map(({ id }) => id)).sort()
const idsOf = (cases: TestCase[]) => cases.map(({ id }) => id).sort()

/** 120 cases of 10.01 in one stage, half of them a colleague's, some without a due date. */
async function manyCases() {
  const there = await openOffice()
  const client = await aClient(there)
  for (let i = 0; i < 120; i += 1) {
    const dueOn = i % 10 === 0 ? null : `2026-11-${10 + (i % 7)}`
    const ownerId = i % 2 === 0 ? there.counsellor.id : there.colleague.id
    await aCase(there, { client, owed: money('10.01'), dueOn, ownerId })
  }
  return there
}

async function restOf(actor: Actor, after: string | null | undefined): Promise<Card[]> {
  if (!after) return []
  const { cards, next } = await columnOf(actor, { stage: 'INTAKE', after })
  return [...cards, ...(await restOf(actor, next))]
}

describe('the board', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })

  test('has the ten open stages in order, also where they are empty', async () => {
    const { columns, today } = await boardOf((await openOffice()).supervisor)
    expect(columns.map(({ stage }) => stage)).toEqual(openStages)
    expect(columns[0]).toEqual({ stage: 'INTAKE', count: 0, total: '0.00', cards: [], next: null })
    expect(today).toBe('2026-11-21')
  })

  test('shows a card as stored: masked name, number, product, amount and dates as text', async () => {
    const client = await aClient(office, { name: '古丽米热·艾比布力' })
    const kase = await aCase(office, { client, stage: 'DRAFTING', owed: money('12860.50'), nextActionText: '核对账单截图' })
    const { columns } = await boardOf(office.counsellor)
    expect(columns.find(({ stage }) => stage === 'DRAFTING')?.cards).toEqual([
      {
        ...{ id: kase.id, no: kase.number, name: '古丽**·艾**', product: '借呗', owed: '12860.50', stage: 'DRAFTING' },
        ...{ action: 'TRIAGE', text: '核对账单截图', due: '2026-11-24', whose: 'us', since: '2026-11-21T02:00:00Z' },
        ...{ owner: '李文静', hold: null, overlays: [], serial: kase.serial, v: 1 },
      },
    ])
  })

  test('orders a column by due date, then by number; cards without a due date come last', async () => {
    const there = await openOffice()
    const late = await aCase(there, { dueOn: '2026-11-20' })
    const never = await aCase(there, { dueOn: null })
    const soon = await aCase(there, { dueOn: '2026-11-22' })
    const alsoSoon = await aCase(there, { dueOn: '2026-11-22' })
    const [intake] = (await boardOf(there.counsellor)).columns
    expect(intake?.cards.map(({ id }) => id)).toEqual([late, soon, alsoSoon, never].map(({ id }) => id))
  })

  test.each([
    ['the whole office', 'supervisor', 120, '1201.20'],
    ['one person', 'counsellor', 60, '600.60'],
  ] as const)('shows %s fifty cards a column, counts all, and goes on until the last', async (_, who, count, total) => {
    const there = await manyCases()
    const [intake] = (await boardOf(there[who])).columns
    expect(intake).toMatchObject({ count, total })
    expect(intake?.cards).toHaveLength(50)
    const rest = await restOf(there[who], intake?.next)
    const seen = [...(intake?.cards ?? []), ...rest]
    expect(new Set(seen.map(({ serial }) => serial)).size).toBe(count)
    expect(seen.map(({ due, serial }) => [due ?? '9999-12-31', serial])).toEqual(
      seen
        .map(({ due, serial }): [string, number] => [due ?? '9999-12-31', serial])
        .sort((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]),
    )
  })

  test('refuses a cursor that is none', async () => {
    await expect(boardColumn(office.counsellor, { stage: 'INTAKE', after: "2026-11-24.1' or true" })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('who sees what', () => {
  let office: Office
  let [own, colleagues, team, privateTeam]: TestCase[] = []
  let teamId = ''
  beforeAll(async () => {
    office = await openOffice()
    teamId = await aTeam(office)
    own = await aCase(office)
    colleagues = await aCase(office, { ownerId: office.colleague.id })
    team = await aCase(office, { ownerId: office.colleague.id, teamId })
    privateTeam = await aCase(office, { ownerId: office.colleague.id, teamId: await aTeam(office, { isPrivate: true }) })
  })
  const some = (...cases: (TestCase | undefined)[]) => idsOf(cases.filter((kase) => kase !== undefined))

  test('a counsellor sees own cases, a supervisor and an auditor see all', async () => {
    expect(await cardsOn(office.counsellor)).toEqual(some(own))
    expect(await cardsOn(office.supervisor)).toEqual(some(own, colleagues, team, privateTeam))
    expect(await cardsOn(office.auditor)).toEqual(some(own, colleagues, team, privateTeam))
  })

  test('a member of an open team sees the team’s cases beside own ones, each once', async () => {
    const member = await staffMember({ organisationId: office.organisationId, roles: ['COUNSELLOR'], teams: [teamId] })
    const mine = await aCase(office, { ownerId: member.id, teamId })
    expect(await cardsOn(member)).toEqual(some(team, mine))
    expect((await boardOf(member)).columns[0]).toMatchObject({ count: 2 })
    expect(await cardsOn(member, { owner: office.colleague.id })).toEqual(some(team))
    expect((await boardOf(member, { owner: office.colleague.id })).columns[0]).toMatchObject({ count: 1 })
  })

  test('a deputy sees the cases of whom they stand in for', async () => {
    const deputy = await staffMember({
      ...{ organisationId: office.organisationId, roles: ['COUNSELLOR'] },
      owners: [office.counsellor.id],
    })
    expect(await cardsOn(deputy)).toEqual(some(own))
  })

  test('filtering by a colleague shows nothing that was not visible before', async () => {
    expect(await cardsOn(office.counsellor, { owner: office.colleague.id })).toEqual([])
    expect(await cardsOn(office.supervisor, { owner: office.counsellor.id })).toContain(own?.id)
  })

  test('administrators and analysts see no board, strangers an empty one', async () => {
    await expect(boardWindow(office.admin)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(boardWindow(office.analyst)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await cardsOn((await openOffice()).supervisor)).toEqual([])
  })

  test('one card is shown within the scope, empty where a filter leaves it out, and not found outside', async () => {
    const one = z.object({ card: cardShape.nullable() })
    const caseId = own?.id ?? ''
    expect(read(one, await boardCard(office.counsellor, { caseId }, clock)).card).toMatchObject({ id: caseId })
    expect(read(one, await boardCard(office.counsellor, { caseId, whose: ['creditor'] }, clock)).card).toBeNull()
    expect(read(one, await boardCard(office.counsellor, { caseId, q: 'zwm' }, clock)).card).not.toBeNull()
    expect(read(one, await boardCard(office.counsellor, { caseId, q: 'lisi' }, clock)).card).toBeNull()
    await expect(boardCard(office.colleague, { caseId })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('filters', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })

  test('by whose move, one or several', async () => {
    const [us, client] = [await aCase(office, { whoseMove: 'us' }), await aCase(office, { whoseMove: 'client' })]
    const creditor = await aCase(office, { whoseMove: 'creditor' })
    expect(await cardsOn(office.counsellor, { whose: ['creditor'] })).toEqual(idsOf([creditor]))
    expect(await cardsOn(office.counsellor, { whose: ['us', 'client'] })).toEqual(idsOf([us, client]))
  })

  test('by due date; what is on hold asks for nothing until it wakes', async () => {
    const there = await openOffice()
    const overdue = await aCase(there, { dueOn: '2026-11-20' })
    await aCase(there, { dueOn: '2026-11-20', holdUntil: '2026-11-22' })
    const woken = await aCase(there, { dueOn: '2026-11-20', holdUntil: '2026-11-21' })
    const now = await aCase(there, { dueOn: '2026-11-21' })
    const inSixDays = await aCase(there, { dueOn: '2026-11-27' })
    await aCase(there, { dueOn: '2026-11-28' })
    const never = await aCase(there, { dueOn: null })
    expect(await cardsOn(there.counsellor, { due: 'overdue' })).toEqual(idsOf([overdue, woken]))
    expect(await cardsOn(there.counsellor, { due: 'today' })).toEqual(idsOf([now]))
    expect(await cardsOn(there.counsellor, { due: 'week' })).toEqual(idsOf([now, inSixDays]))
    expect(await cardsOn(there.counsellor, { due: 'none' })).toEqual(idsOf([never]))
  })

  test('by creditor and by hardship, also where none was recorded', async () => {
    const there = await openOffice()
    const bank = await aCase(there, { ...(await aCreditor(there)), hardshipType: 'ILLNESS' })
    const jiebei = await aCase(there)
    expect(await cardsOn(there.counsellor, { creditor: there.creditorId })).toEqual(idsOf([jiebei]))
    expect(await cardsOn(there.counsellor, { hardship: 'ILLNESS' })).toEqual(idsOf([bank]))
    expect(await cardsOn(there.counsellor, { hardship: 'NONE' })).toEqual(idsOf([jiebei]))
  })

  test('by text: characters, pinyin, initials and number, for a person and for the whole office', async () => {
    const there = await openOffice()
    const kase = await aCase(there, { client: await aClient(there, { name: '欧阳䮌' }) })
    await aCase(there, { client: await aClient(there, { name: '李四' }) })
    for (const actor of [there.counsellor, there.supervisor])
      for (const q of ['欧阳', 'ouyang', 'oy', kase.number, `欧 ${kase.number}`]) {
        expect([q, await cardsOn(actor, { q })]).toEqual([q, [kase.id]])
      }
    expect(await cardsOn(there.counsellor, { q: '···' })).toEqual([])
    expect(await cardsOn(there.counsellor, { q: `'; drop table cases; --` })).toEqual([])
  })

  test('counts and totals are those of what is shown', async () => {
    const there = await openOffice()
    await aCase(there, { whoseMove: 'us', owed: money('100.00') })
    await aCase(there, { whoseMove: 'creditor', owed: money('50.50'), stage: 'SUBMITTED' })
    const { columns } = await boardOf(there.supervisor, { whose: ['creditor'] })
    expect(columns.filter(({ count }) => count > 0)).toMatchObject([{ stage: 'SUBMITTED', count: 1, total: '50.50' }])
  })
})

describe('the list', () => {
  const listOf = async (actor: Actor, filters: Parameters<typeof caseList>[1] = {}) =>
    read(page, await caseList(actor, filters, clock))

  test('goes through all open stages by due date, page by page', async () => {
    const there = await openOffice()
    const dues = ['2026-11-25', '2026-11-23', null, '2026-11-24', '2026-11-23'] as const
    for (const [i, dueOn] of dues.entries()) await aCase(there, { dueOn, stage: openStages[i] })
    await aCase(there, { stage: 'CLOSED' })
    const first = await listOf(there.counsellor, { limit: 3 })
    const rest = await listOf(there.counsellor, { limit: 3, after: first.next ?? undefined })
    expect([...first.cards, ...rest.cards].map(({ serial }) => serial)).toEqual([2, 5, 4, 1, 3])
  })

  test('a place on a day that no calendar has is refused, not asked of the database', async () => {
    const { counsellor } = await openOffice()
    for (const after of ['2026-02-30.1', '0000-01-01.1', 'zzz'])
      expect([after, (await refusalOf(caseList(counsellor, { after }, clock))).code]).toEqual([after, 'invalid'])
  })

  test('shows closed cases where they are asked for, within the scope', async () => {
    const there = await openOffice()
    const closed = await aCase(there, { stage: 'CLOSED', dueOn: null })
    expect((await listOf(there.counsellor, { stage: 'CLOSED' })).cards.map(({ id }) => id)).toEqual([closed.id])
    expect((await listOf(there.colleague, { stage: 'CLOSED' })).cards).toEqual([])
  })
})

describe('today', () => {
  test('SS-02 an overdue review is named in its own block, and every count is that of the list it leads to', async () => {
    const there = await openOffice()
    await aCase(there, { dueOn: '2026-11-19', whoseMove: 'us' })
    await aCase(there, { dueOn: '2026-11-21', whoseMove: 'client' })
    const review = await aCase(there, { dueOn: '2026-11-18', whoseMove: 'creditor', stage: 'SUBMITTED' })
    await aCase(there, { dueOn: '2026-11-30', whoseMove: 'creditor', stage: 'SUBMITTED' })
    const { blocks } = await today(there.counsellor, {}, clock)
    expect(blocks.map(({ name, count }) => [name, count])).toEqual([
      ['overdue', 1],
      ['today', 1],
      ['creditorLate', 1],
      ['evidence', 0],
    ])
    expect(blocks.find(({ name }) => name === 'creditorLate')?.cards).toMatchObject([{ id: review.id }])
  })

  test('new documents wait to be looked at', async () => {
    const there = await openOffice()
    const kase = await aCase(there)
    await there.within(async (tx) => {
      await tx.execute(
        `insert into evidence_types (org_id, code, name_zh, name_en) values ('${kase.orgId}', 'PAYSLIP', '工资单', 'Payslip')`,
      )
      await tx.execute(`insert into evidence (org_id, id, client_id, code, status, created_at)
        values ('${kase.orgId}', gen_random_uuid(), '${kase.clientId}', 'PAYSLIP', 'RECEIVED', now())`)
    })
    const { blocks } = await today(there.counsellor, {}, clock)
    expect(blocks.find(({ name }) => name === 'evidence')).toMatchObject({ count: 1, cards: [{ id: kase.id }] })
  })

  test('is one’s own day: a colleague’s late case is not in it', async () => {
    const there = await openOffice()
    await aCase(there, { dueOn: '2026-11-19' })
    const { blocks } = await today(there.colleague, {}, clock)
    expect(blocks.every(({ count }) => count === 0)).toBe(true)
    await expect(today(there.analyst)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
