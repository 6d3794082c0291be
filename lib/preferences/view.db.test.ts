import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { savedViews } from '@/db/schema'
import { auditTrail, clock, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import type { Actor } from '@/lib/core/actor'
import { type Command, execute } from '@/lib/core/command'
import type { CommandName } from '@/lib/core/permissions'
import { changeView, chooseView, removeView, saveView } from './view.commands'
import { listViews } from './view.queries'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})

const run = <Output>(command: Command<CommandName, z.ZodType, Output>, actor: Actor, values: object) =>
  execute(command, actor, values, { now: clock })
const overdue = { name: '逾期的', filters: { due: 'overdue', whose: ['us', 'client'] }, density: 'compact' }
const namesFor = async (actor: Actor) => (await listViews(actor)).views.map(({ name }) => name)
const trail = async () => (await auditTrail(office)).map(({ type, ...event }) => [type, event])

describe('a saved view', () => {
  test('keeps filters, layout and density under its name, for its owner alone', async () => {
    await run(saveView, office.counsellor, overdue)
    expect((await listViews(office.counsellor)).views).toMatchObject([
      { name: '逾期的', filters: overdue.filters, layout: 'board', density: 'compact', isShared: false, isMine: true },
    ])
    expect(await namesFor(office.colleague)).toEqual([])
    expect(await namesFor(office.supervisor)).toEqual([])
  })

  test('may filter nothing at all: how close the cards stand is reason enough', async () => {
    await run(saveView, office.counsellor, { name: '紧凑', filters: {}, density: 'compact', layout: 'list' })
    expect((await listViews(office.counsellor)).views).toMatchObject([{ filters: {}, layout: 'list', density: 'compact' }])
  })

  test('that is shared is everybody’s in the office to look at, named with its owner, and nobody’s elsewhere', async () => {
    await run(saveView, office.counsellor, { ...overdue, isShared: true })
    expect((await listViews(office.colleague)).views).toMatchObject([{ name: '逾期的', owner: '李文静', isMine: false }])
    const other = await openOffice({ name: '别处' })
    expect(await namesFor(other.supervisor)).toEqual([])
  })

  test('never keeps words that were searched for: they may be a name', async () => {
    const withWords = { ...overdue, filters: { q: '张三' } }
    await expect(run(saveView, office.counsellor, withWords)).rejects.toMatchObject({ code: 'invalid' })
    expect(await namesFor(office.counsellor)).toEqual([])
  })

  test('is renamed, changed and shared by its owner', async () => {
    const { viewId } = await run(saveView, office.counsellor, overdue)
    const { version } = await run(changeView, office.counsellor, { viewId, version: 1, name: '急的', isShared: true })
    await run(changeView, office.counsellor, { viewId, version, filters: { due: 'today' } })
    expect((await listViews(office.colleague)).views).toMatchObject([
      { name: '急的', filters: { due: 'today' }, density: 'compact' },
    ])
  })

  test('is not changed on an old version, nor by a colleague, whether shared or not', async () => {
    const { viewId } = await run(saveView, office.counsellor, overdue)
    const rename = { viewId, version: 1, name: '别的' }
    await expect(run(changeView, office.counsellor, { ...rename, version: 7 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(run(changeView, office.colleague, rename)).rejects.toMatchObject({ code: 'not_found' })
    await run(changeView, office.counsellor, { viewId, version: 1, isShared: true })
    const late = { ...rename, version: 2 }
    await expect(run(changeView, office.colleague, late)).rejects.toMatchObject({ code: 'rule', details: { why: 'not_yours' } })
    await expect(run(removeView, office.supervisor, { viewId })).rejects.toMatchObject({ code: 'rule' })
    expect(await namesFor(office.counsellor)).toEqual(['逾期的'])
  })

  test('that is changed at this moment is not changed beside that', async () => {
    const { viewId } = await run(saveView, office.counsellor, overdue)
    const [beside] = await office.within(async (tx) => {
      await tx.update(savedViews).set({ name: '改过的', version: 2 }).where(eq(savedViews.id, viewId))
      const answer = refusalOf(run(changeView, office.counsellor, { viewId, version: 1, name: '同时改的' }))
      await sleep(200)
      return [answer]
    })
    expect((await beside)?.code).toBe('conflict')
    expect(await namesFor(office.counsellor)).toEqual(['改过的'])
  })

  test('is for those who see cases: not for an analyst, nor an administrator', async () => {
    await expect(run(saveView, office.analyst, overdue)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listViews(office.admin)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is audited by its id, never by its name', async () => {
    const { viewId } = await run(saveView, office.counsellor, overdue)
    await run(chooseView, office.counsellor, { viewId })
    await run(removeView, office.counsellor, { viewId })
    expect(await trail()).toEqual([
      ['view.saved', { viewId, isShared: false }],
      ['view.chosen', { viewId }],
      ['view.removed', { viewId }],
    ])
  })

  test('one person keeps fifty and no more', async () => {
    for (let n = 0; n < 50; n += 1) await run(saveView, office.counsellor, { ...overdue, name: `视图 ${n}` })
    await expect(run(saveView, office.counsellor, overdue)).rejects.toMatchObject({ code: 'rule', details: { why: 'too_many' } })
  })
})

describe('the view a board opens with', () => {
  test('is each one’s own: choosing another takes nobody else’s away', async () => {
    const { viewId } = await run(saveView, office.counsellor, { ...overdue, isShared: true })
    for (const actor of [office.counsellor, office.colleague]) await run(chooseView, actor, { viewId })
    await run(chooseView, office.colleague, { viewId: null })
    expect((await listViews(office.counsellor)).chosen).toBe(viewId)
  })

  test('is chosen by each for themselves, also one a colleague shares, and taken back', async () => {
    const { viewId } = await run(saveView, office.counsellor, { ...overdue, isShared: true })
    await run(chooseView, office.colleague, { viewId })
    expect([(await listViews(office.colleague)).chosen, (await listViews(office.counsellor)).chosen]).toEqual([viewId, null])
    await run(chooseView, office.colleague, { viewId: null })
    expect((await listViews(office.colleague)).chosen).toBeNull()
  })

  test('cannot be one that is private to a colleague', async () => {
    const { viewId } = await run(saveView, office.counsellor, overdue)
    await expect(run(chooseView, office.colleague, { viewId })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is the plain board again once its owner has removed it or keeps it to themselves', async () => {
    const { viewId } = await run(saveView, office.counsellor, { ...overdue, isShared: true })
    await run(chooseView, office.colleague, { viewId })
    await run(changeView, office.counsellor, { viewId, version: 1, isShared: false })
    expect(await listViews(office.colleague)).toEqual({ chosen: null, views: [] })
    await run(removeView, office.counsellor, { viewId })
    expect(await listViews(office.colleague)).toEqual({ chosen: null, views: [] })
  })
})
