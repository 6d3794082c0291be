import { describe, expect, test } from 'vitest'
import type { Card } from '@/lib/cases/card'
import type { Answer } from '../api'
import { asksFor, assigned, canBeTakenBack, due } from './deeds'
import { counted, runBulk, type Sender, takeBack } from './run'

const card = (id: string, more: Partial<Card> = {}): Card => ({
  ...{ id, no: `XS-${id}`, name: '张**', product: '借呗', owed: '1.00', action: 'CALL_BACK', text: '回拨', due: '2026-11-23' },
  ...{ whose: 'us', since: '2026-11-21T00:00:00Z', owner: '李文静', hold: null, overlays: [], stage: 'INTAKE', serial: 1, v: 3 },
  ...more,
})
const toWang = assigned({ id: 'wang', name: '王督导' }, '')
const later = due('2026-11-30', '')
const before = { ownerId: 'li', teamId: null }

type Sent = { path: string; body: Record<string, unknown>; key: string }

/** A server that answers as `says` says, and remembers what it was asked. */
function server(says: (path: string) => Answer<object>) {
  const [sent, cards, progress]: [Sent[], Card[], number[]] = [[], [], []]
  const sender: Sender = {
    tell: (async (path: string, body: Record<string, unknown>, key = '') => {
      sent.push({ path, body, key })
      return says(path)
    }) as Sender['tell'],
    onCard: (one) => cards.push(one),
    onProgress: (done) => progress.push(done),
    isStopped: () => false,
  }
  return { sent, cards, progress, sender }
}
const done = (path: string): Answer<object> => ({
  kind: 'done',
  value: { card: card(path.split('/')[1] ?? '', { v: 4 }), version: 4, before },
})

describe('many cases at once', () => {
  test('each is one call of its own command, at its own version, with its own key', async () => {
    const { sent, sender, cards, progress } = server(done)
    const outcomes = await runBulk([card('1'), card('2', { v: 9 })], toWang, { ...sender, key: 'run' })
    expect(sent).toEqual([
      { path: 'cases/1/assign', body: { version: 3, ownerId: 'wang' }, key: 'run-1-3' },
      { path: 'cases/2/assign', body: { version: 9, ownerId: 'wang' }, key: 'run-2-9' },
    ])
    expect(counted(outcomes)).toMatchObject({ done: 2, same: 0, failed: [] })
    expect(cards.map(({ id, v }) => [id, v])).toEqual([
      ['1', 4],
      ['2', 4],
    ])
    expect(progress).toEqual([1, 2])
  })

  test('what is so already is not sent again', async () => {
    const { sent, sender } = server(done)
    const outcomes = await runBulk([card('1', { owner: '王督导' })], toWang, { ...sender, key: 'run' })
    expect(sent).toEqual([])
    expect(counted(outcomes)).toMatchObject({ done: 0, same: 1 })
  })

  test('of two colleagues with one name, nobody can tell whose a case is: it is sent', async () => {
    const { sent, sender } = server(done)
    const namesake = assigned({ id: 'wang2', name: '王督导' }, '', true)
    await runBulk([card('1', { owner: '王督导' })], namesake, { ...sender, key: 'run' })
    expect(sent).toHaveLength(1)
  })

  test('one that is refused or lost is named, and the others go on', async () => {
    const { sender } = server((path) => {
      if (path.startsWith('cases/2')) return { kind: 'refused', problem: { code: 'conflict', detail: '刚被改动' } }
      return path.startsWith('cases/3') ? { kind: 'lost' } : done(path)
    })
    const outcomes = await runBulk(
      ['1', '2', '3', '4'].map((id) => card(id)),
      toWang,
      { ...sender, key: 'run' },
    )
    const { done: good, failed } = counted(outcomes)
    expect(good).toBe(2)
    expect(failed.map(({ card: { id }, kind }) => [id, kind])).toEqual([
      ['2', 'refused'],
      ['3', 'lost'],
    ])
  })

  test('trying the same run again sends the same keys, so that nothing happens twice', async () => {
    const { sent, sender } = server(() => ({ kind: 'lost' }))
    const asked = asksFor({ code: 'PAYSLIP', note: '', deadline: '' }, '')
    await runBulk([card('1')], asked, { ...sender, key: 'run' })
    await runBulk([card('1')], asked, { ...sender, key: 'run' })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })

  test('a case that was read anew after a conflict is tried as another call', async () => {
    const { sent, sender } = server(done)
    await runBulk([card('1')], toWang, { ...sender, key: 'run' })
    await runBulk([card('1', { v: 5 })], toWang, { ...sender, key: 'run' })
    expect(sent.map(({ key }) => key)).toEqual(['run-1-3', 'run-1-5'])
  })

  test('who stops it leaves the rest as it was', async () => {
    const { sent, sender, progress } = server(done)
    const many = Array.from({ length: 30 }, (_, n) => card(String(n)))
    const outcomes = await runBulk(many, toWang, { ...sender, key: 'run', isStopped: () => progress.length >= 6 })
    expect(outcomes.length).toBeLessThan(12)
    expect(sent).toHaveLength(outcomes.length)
  })
})

describe('one step back', () => {
  test('gives every case back what it had, at the version it has now', async () => {
    const { sent, sender } = server(done)
    const outcomes = await runBulk([card('1')], toWang, { ...sender, key: 'run' })
    await takeBack('assign', outcomes, { ...sender, key: 'back' })
    expect(sent.at(-1)).toEqual({ path: 'cases/1/assign', body: { version: 4, ownerId: 'li', teamId: null }, key: 'back-1-4' })
  })

  test('leaves alone what was so before the run, and names what had nothing to go back to', async () => {
    const bare = (path: string): Answer<object> => ({
      kind: 'done',
      value: { ...before, card: card(path.split('/')[1] ?? ''), before: { action: null, dueOn: null } },
    })
    const { sent, sender } = server(bare)
    const outcomes = await runBulk([card('1'), card('2', { due: '2026-11-30' })], later, { ...sender, key: 'run' })
    const back = await takeBack('due', outcomes, { ...sender, key: 'back' })
    expect(sent).toHaveLength(1)
    expect(back).toMatchObject([{ kind: 'refused', problem: { code: 'no_before' } }])
  })

  test('goes by the version that was answered, also where no card came with it, and to no day where there was none', async () => {
    const bare = (): Answer<object> => ({ kind: 'done', value: { version: 7, before: { action: 'CALL_BACK', dueOn: null } } })
    const given = (): Answer<object> => ({ kind: 'done', value: { version: 7, before } })
    const [owners, days] = [server(given), server(bare)]
    await takeBack('assign', await runBulk([card('1')], toWang, { ...owners.sender, key: 'run' }), {
      ...owners.sender,
      key: 'back',
    })
    expect(owners.sent.at(-1)?.body).toEqual({ version: 7, ownerId: 'li', teamId: null })
    const outcomes = await runBulk([card('1')], later, { ...days.sender, key: 'run' })
    expect(await takeBack('due', outcomes, { ...days.sender, key: 'back' })).toMatchObject([{ kind: 'refused' }])
    expect(days.sent).toHaveLength(1)
  })

  test('is not there for what a client has been asked for', () => {
    expect(canBeTakenBack('evidence')).toBe(false)
    expect(canBeTakenBack('due')).toBe(true)
  })
})

test('a new due date keeps what comes next and its words', () => {
  expect(later.call(card('1'))).toEqual({
    path: 'cases/1/next-action',
    body: { version: 3, action: 'CALL_BACK', text: '回拨', dueOn: '2026-11-30' },
  })
  expect(later.call(card('1', { action: null })).body).toMatchObject({ action: 'CUSTOM' })
  expect(later.isSo(card('1', { due: '2026-11-30' }))).toBe(true)
})
