import { expect, test } from 'vitest'
import { toldOf } from './api'

const problem = { code: 'invalid', detail: '有些内容需要修改，请看标出的地方。' }

test('what is wrong with a field is said itself: on a board nothing is marked', () => {
  expect(toldOf({ ...problem, fields: { dueOn: ['不能早于建案那天，请核对年份。'] } })).toBe('不能早于建案那天，请核对年份。')
})

test('where no field is to blame the sentence of the refusal is said', () => {
  expect(toldOf(problem)).toBe(problem.detail)
  expect(toldOf({ ...problem, fields: {} })).toBe(problem.detail)
})
