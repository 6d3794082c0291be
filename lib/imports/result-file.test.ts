import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/catalogue'
import { readTable } from '@/lib/platform/table-read'
import { resultFile } from './result-file'

const written = async (header: string[], cells: string[]) => {
  const results = [{ line: 2, state: 'REFUSED', faults: [{ field: 'sentOn', fault: 'date' }] }]
  const pieces = await resultFile({ header, records: [{ line: 2, cells }] }, results, messages['zh-CN'], new Date('2026-11-21'))
  const read = await readTable(Buffer.concat(pieces))
  return 'table' in read ? [read.table.header, read.table.records[0]?.cells] : []
}

const said = '未导入 · 请填日历上有的日期，例如 2026-11-21。'

test('a table with a column 结果 of its own keeps it beside what became of its rows', async () => {
  expect(await written(['案号', '结果'], ['甲-1', '拒绝'])).toEqual([
    ['案号', '结果', '导入结果'],
    ['甲-1', '拒绝', said],
  ])
})

test('what became of a row now takes the place of what became of it before', async () => {
  expect(await written(['案号', '导入结果', '结果'], ['甲-1', '未导入', '拒绝'])).toEqual([
    ['案号', '结果', '导入结果'],
    ['甲-1', '拒绝', said],
  ])
})
