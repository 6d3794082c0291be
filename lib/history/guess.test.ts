import { expect, test } from 'vitest'
import { guessHistory, historyValues, lackingIn } from './guess'

test('columns are known by what offices call them, in either language and by the number of the factor', () => {
  const header = ['案件编号', '提交日期', '审批结果', '产品', 'F-12', 'Hardship', '备注', '结果']
  expect(guessHistory(header)).toEqual(['caseNumber', 'sentOn', 'outcome', 'product', 'evidence', 'hardship', null, null])
})

test('empty cells are not known, and a column nobody takes is left out', () => {
  expect(historyValues(['旧-1', ' ', '随便'], ['caseNumber', 'decidedOn', null])).toEqual({ caseNumber: '旧-1' })
})

test('a file without a day, an answer, a lender or any number lacks them; one of a group is enough', () => {
  expect(lackingIn([])).toEqual(['sentOn', 'outcome', 'product', 'caseNumber'])
  expect(lackingIn(['sentOn', 'outcome', 'creditor', 'person'])).toEqual([])
})
