import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prove } from '@/lib/core/prove'
import type { Listener } from './channel'
import { boardStream } from './stream'

const org = '00000000-0000-4000-8000-000000000001'
const me = '00000000-0000-4000-8000-000000000002'
const kase = '00000000-0000-4000-8000-000000000003'
const actor = prove({
  ...{ kind: 'staff', id: me, name: '李', organisationId: org, organisationName: '', timeZone: 'Asia/Shanghai' },
  ...{ locale: 'zh-CN', roles: ['COUNSELLOR'], owners: [me], teams: [], isDemo: false, mayWrite: true },
})

/** An open stream with the one who tells it things, and what has arrived so far. */
async function opened() {
  const listeners = new Set<Listener>()
  const leaving = new AbortController()
  const listen = async (listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const session = { holds: true }
  const isStillHere = async () => session.holds
  const signs: boolean[] = []
  const sign = (isHere: boolean) => void signs.push(isHere)
  const reader = boardStream({ actor, listen, sign, signal: leaving.signal, isStillHere }).getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  await next()
  return { listeners, leaving, session, signs, reader, next, tell: (owners: string[]) => tellAll(listeners, owners) }
}

function tellAll(listeners: Set<Listener>, owners: string[]) {
  for (const { told } of listeners) told({ org, case: kase, v: 7, owners, teams: [] })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what one browser hears', () => {
  test('the id and version of a case of one’s own, and nothing of others', async () => {
    const { tell, next } = await opened()
    tell([kase])
    tell([me])
    expect(await next()).toBe(`event: case\ndata: {"id":"${kase}","v":7}\n\n`)
  })

  test('a sign of life while nothing happens', async () => {
    const { next } = await opened()
    await vi.advanceTimersByTimeAsync(25_000)
    expect(await next()).toBe(': still here\n\n')
  })

  test('that something was missed', async () => {
    const { listeners, next } = await opened()
    for (const { missed } of listeners) missed()
    expect(await next()).toBe('event: missed\ndata:\n\n')
  })

  test('which colleagues have the board open too, in one’s own office', async () => {
    const { listeners, next } = await opened()
    for (const { present } of listeners) {
      present(kase, [kase])
      present(org, [me, kase])
    }
    expect(await next()).toBe(`event: present\ndata: ["${kase}"]\n\n`)
  })

  test('signs of life while it is open, and one that it is no longer', async () => {
    const { signs, leaving } = await opened()
    await vi.advanceTimersByTimeAsync(25_000)
    expect(signs).toEqual([true, true])
    leaving.abort()
    expect(signs).toEqual([true, true, false])
  })

  test('nothing more once the session has ended', async () => {
    const { listeners, session, reader, tell } = await opened()
    session.holds = false
    await vi.advanceTimersByTimeAsync(25_000)
    tell([me])
    expect((await reader.read()).done).toBe(true)
    expect(listeners.size).toBe(0)
  })

  test('the end after half an hour, so that rights that were taken away do not last', async () => {
    const { listeners, reader } = await opened()
    await vi.advanceTimersByTimeAsync(30 * 60_000)
    while (!(await reader.read()).done);
    expect(listeners.size).toBe(0)
  })

  test('nothing where somebody leaves before anything could be heard, and others go on hearing', async () => {
    for (const leave of ['abort', 'cancel'] as const) {
      const listeners = new Set<Listener>()
      const leaving = new AbortController()
      let connected = () => {}
      const connecting = new Promise<void>((resolve) => {
        connected = resolve
      })
      const listen = async (listener: Listener) => {
        await connecting
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
      const stream = boardStream({ actor, listen, sign: () => {}, signal: leaving.signal, isStillHere: async () => true })
      if (leave === 'abort') leaving.abort()
      else await stream.cancel()
      connected()
      await vi.advanceTimersByTimeAsync(25_000)
      expect(() => tellAll(listeners, [me])).not.toThrow()
      expect(listeners.size).toBe(0)
      expect(vi.getTimerCount()).toBe(0)
    }
  })

  test('nothing after leaving, whichever side leaves first', async () => {
    const first = await opened()
    first.leaving.abort()
    expect(first.listeners.size).toBe(0)
    const second = await opened()
    await second.reader.cancel()
    expect(second.listeners.size).toBe(0)
  })
})
