import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse'
import type { Job } from './apart'
import type { Result } from './result'
import { nullCase, nullSpec, office } from './simulated-office'
import { readSpec } from './spec'
import { thread } from './thread'

/** Answers a number with its double; never answers a negative one; breaks on zero. */
const echo = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (n) => {
    if (n === 0) throw new Error('zero')
    if (n > 0) parentPort.postMessage(2 * n)
    else for (;;);
  })`
const doubling = (patience = 10_000) => thread<number, number>(() => new Worker(echo, { eval: true }), { waiting: 2, patience })

describe('a thread for long work', () => {
  test('does one job after the other', async () => {
    const double = doubling()
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6])
  })

  test('lets only so many wait', async () => {
    const double = doubling()
    const answers = [double(1), double(2), double(3)]
    await expect(double(4)).rejects.toMatchObject({ why: 'busy' })
    expect(await Promise.all(answers)).toEqual([2, 4, 6])
  })

  test('gives up what takes too long, and goes on with the next', async () => {
    const double = doubling(300)
    const [stuck, after] = [double(-1), double(5)]
    await expect(stuck).rejects.toMatchObject({ why: 'slow' })
    expect(await after).toBe(10)
  })

  test('drops what nobody waits for any more, under way or not', async () => {
    const double = doubling()
    const [first, second] = [new AbortController(), new AbortController()]
    const answers = [double(-1, first.signal), double(-1, second.signal), double(3)]
    const settled = Promise.allSettled(answers)
    second.abort()
    first.abort()
    expect(await settled).toMatchObject([
      { reason: { why: 'cancelled' } },
      { reason: { why: 'cancelled' } },
      { status: 'fulfilled', value: 6 },
    ])
  })

  test('a job that cannot be handed over is told so, and holds up no other', async () => {
    const double = thread<unknown, number>(() => new Worker(echo, { eval: true }), { waiting: 2, patience: 10_000 })
    await expect(double(() => 1)).rejects.toThrow('could not be cloned')
    expect(await double(4)).toBe(8)
  }, 4_000)

  test('a job that breaks it does not break the next', async () => {
    const double = doubling()
    const [broken, after] = [double(0), double(7)]
    await expect(broken).rejects.toThrow('zero')
    expect(await after).toBe(14)
  })
})

/** The thread of `apart.ts` as the sources have it: nothing has been built here, so it reads them with the loader. */
const source = new URL('./worker.ts', import.meta.url).href
const loaded = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`

test('an analysis says the same in its thread as outside it', async () => {
  const apart = thread<Job, { result: Result }>(() => new Worker(loaded, { eval: true }), { waiting: 1, patience: 20_000 })
  const rows = office(200, 5, nullCase)
  const read = readSpec(nullSpec)
  if ('fault' in read) throw new Error(read.fault.code)
  expect(await apart({ rows, spec: read.spec })).toEqual(analyse(rows, read.spec))
}, 30_000)
