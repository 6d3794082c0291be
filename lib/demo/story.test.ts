import { expect, test } from 'vitest'
import { type Step, type Story, tellAll } from './story'
import { inTurn } from './turns'

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const later = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A story whose steps write down what they were and when it was. */
function told(log: string[], lane: string, days: number[], leadsTo?: Step['leadsTo']): Story {
  const steps = days.map((n): Step => ({ at: day(n), act: async (now) => void log.push(`${lane}${now.getUTCDate()}`) }))
  const [first, ...rest] = steps
  return { lane, steps: first === undefined || leadsTo === undefined ? steps : [{ ...first, leadsTo }, ...rest] }
}

test('what happened first is told first, whatever order it was written in', async () => {
  const log: string[] = []
  await tellAll([told(log, 'a', [5, 1]), told(log, 'a', [3])])
  expect(log).toEqual(['a1', 'a3', 'a5'])
})

test('a step sees the moment it happened at', async () => {
  const seen: Date[] = []
  await tellAll([{ lane: 'a', steps: [{ at: day(9), act: async (now) => void seen.push(now) }] }])
  expect(seen).toEqual([day(9)])
})

test('what follows from a step takes its place in time', async () => {
  const log: string[] = []
  const more = async () => [{ at: day(4), act: async () => void log.push('then') }]
  await tellAll([told(log, 'a', [1, 6], more)])
  expect(log).toEqual(['a1', 'then', 'a6'])
})

test('two stories of one lane never run at once, and those of different lanes do', async () => {
  const running = new Set<string>()
  const met = new Set<string>()
  const step = (lane: string, n: number): Step => ({
    at: day(n),
    act: async () => {
      met.add([...running, lane].sort().join(''))
      running.add(lane)
      await later()
      running.delete(lane)
    },
  })
  await tellAll([
    { lane: 'a', steps: [step('a', 1), step('a', 2)] },
    { lane: 'a', steps: [step('a', 1)] },
    { lane: 'b', steps: [step('b', 1), step('b', 2)] },
  ])
  expect(met.has('aa')).toBe(false)
  expect(met.has('ab')).toBe(true)
})

test('places in a queue are served in the order they were taken, also after a failure', async () => {
  const queue = inTurn()
  const [first, second, third] = [queue(), queue(), queue()]
  const log: number[] = []
  const last = third(async () => log.push(3))
  const broken = second(async () => {
    log.push(2)
    throw new Error('no')
  })
  await Promise.all([first(async () => log.push(1)), expect(broken).rejects.toThrow('no'), last])
  expect(log).toEqual([1, 2, 3])
})
