import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { nullCase, nullSpec, office } from '@/lib/analysis/simulated-office'
import { readSpec } from '@/lib/analysis/spec'
import { resultIn, textOfResult } from './kept-result'

test('a kept result is the result, limits that the data do not set included', () => {
  const read = readSpec(nullSpec)
  if ('fault' in read) throw new Error(read.fault.code)
  const answer = analyse(office(80, 1, nullCase), read.spec)
  if ('fault' in answer) throw new Error(answer.fault.code)
  const [factor] = answer.result.factors
  if (factor === undefined) throw new Error('no factor')
  const bounds: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const open = { ...answer.result, funnel: { ...answer.result.funnel, bounds } }
  expect(resultIn(textOfResult(open))).toEqual(open)
})
