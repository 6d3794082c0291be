import { expect, test } from 'vitest'
import { fits } from '@/lib/reports/due-days'
import { beatName, beats, withBeat } from './beats'

test('every time there is to choose from is one that a schedule takes', () => {
  expect(beats.filter((beat) => !fits(beat))).toEqual([])
  expect(new Set(beats.map(beatName)).size).toBe(beats.length)
})

test('what was chosen is told apart again, and the rest of the form goes along', () => {
  for (const beat of beats) expect(withBeat({ beat: beatName(beat), report: 'flow' })).toEqual({ ...beat, report: 'flow' })
})

test('what is none of them is not taken for one', () => {
  expect(withBeat({ beat: 'SOMETIMES' })).toEqual({ rhythm: 'SOMETIMES', day: Number.NaN })
})
