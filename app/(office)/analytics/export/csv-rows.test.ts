import { expect, test } from 'vitest'
import { csvRows } from './csv-rows'

test('a CSV carries the fingerprint of every row of its data, as the second sheet of a workbook does', () => {
  const made = csvRows({ rows: [['F-05', 12]], facts: [['筛选', '全部']], hashesTitle: '数据行', hashes: ['ab', 'cd'] })
  expect(made).toEqual([['F-05', 12], [], ['筛选', '全部'], [], ['数据行'], ['ab'], ['cd']])
})
