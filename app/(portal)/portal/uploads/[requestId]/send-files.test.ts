import { expect, test } from 'vitest'
import { type Outcome, type Row, sendAll } from './send-files'

const file = (name: string) => ({ name })
const taken: Outcome = { state: 'taken' }
const away: Outcome = { state: 'unreachable' }

/** A network that answers what it is told to, in this order, and what was seen on the screen meanwhile. */
function network(...answers: Outcome[]) {
  const [seen, rests, sent]: [Row[][], number[], string[]] = [[], [], []]
  const means = {
    send: async ({ name }: { name: string }, onPercent: (percent: number) => void) => {
      sent.push(name)
      onPercent(50)
      return answers.shift() ?? taken
    },
    rest: async (attempt: number) => void rests.push(attempt),
    tell: (rows: readonly Row[]) => void seen.push([...rows]),
  }
  return { means, seen, rests, sent }
}

test('photos go one after the other, and each says how far it is', async () => {
  const { means, seen, sent } = network()
  expect(await sendAll([file('一.jpg'), file('二.jpg')], means)).toEqual([])
  expect(sent).toEqual(['一.jpg', '二.jpg'])
  expect(seen.map((rows) => rows.map(({ state, percent }) => `${state} ${percent}`).join(', '))).toEqual([
    'sending 0, waiting 0',
    'sending 50, waiting 0',
    'taken 50, waiting 0',
    'taken 50, sending 0',
    'taken 50, sending 50',
    'taken 50, taken 50',
  ])
})

test('a network that breaks off is waited for, and only the photo on its way is sent again', async () => {
  const { means, seen, rests, sent } = network(taken, away, away, taken)
  expect(await sendAll([file('一.jpg'), file('二.jpg')], means)).toEqual([])
  expect(sent).toEqual(['一.jpg', '二.jpg', '二.jpg', '二.jpg'])
  expect(rests).toEqual([1, 2])
  expect(seen.some((rows) => rows[1]?.state === 'resting')).toBe(true)
})

test('after five tries it says so, and gives back what is still to be sent', async () => {
  const { means, seen, sent } = network(away, away, away, away, away, taken)
  expect(await sendAll([file('一.jpg'), file('二.jpg')], means)).toEqual([file('一.jpg')])
  expect(sent.filter((name) => name === '一.jpg')).toHaveLength(5)
  expect(seen.at(-1)?.map(({ state }) => state)).toEqual(['unreachable', 'taken'])
})

test('a photo that cannot be read is not tried again, and does not hold up the others', async () => {
  const { means, seen, sent } = network({ state: 'refused', word: 'heic' }, taken)
  expect(await sendAll([file('一.heic'), file('二.jpg')], means)).toEqual([file('一.heic')])
  expect(sent).toEqual(['一.heic', '二.jpg'])
  expect(seen.at(-1)?.[0]).toMatchObject({ state: 'refused', word: 'heic' })
})
