import { expect, test } from 'vitest'
import { formValues } from '@/app/_parts/form/form-values'
import { decisionValues, termsText } from './decision-values'

const extension = { type: 'TERM_EXTENSION', toPeriods: 12 } as const

const sent = (result: string, granted: string) => {
  const data = new FormData()
  data.append('result', result)
  data.append('granted', granted)
  return decisionValues(formValues(data))
}

test('the terms of an answer arrive as they were stated, and only with answers that state terms', () => {
  const terms = termsText([extension], [])
  expect(sent('COUNTERED', terms)).toEqual({ result: 'COUNTERED', granted: [extension] })
  expect(sent('ACCEPTED', terms)).toEqual({ result: 'ACCEPTED' })
})

test('a term that was ticked and not filled in is asked for, not taken for one that was refused', () => {
  expect(sent('ACCEPTED_MODIFIED', termsText([extension], ['WAIVE_INTEREST']))).toEqual({ result: 'ACCEPTED_MODIFIED' })
})
