import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Row, Table } from './table'
import { notesSheet, xlsxChunks } from './xlsx'
import { readSheet } from './xlsx-read'
import { inflate, openZip } from './zip'

const made = new Date('2026-11-21T06:32:00Z')
const notes = notesSheet(
  '说明',
  ['项目', '内容'],
  [
    ['筛选条件', '债权方：借呗'],
    ['导出时间', '2026-11-21 14:32'],
  ],
)

const table = (rows: Iterable<Row>): Table => ({
  columns: [
    { key: 'name', title: '姓名', kind: 'text' },
    { key: 'idNumber', title: '身份证号', kind: 'code' },
    { key: 'owed', title: '欠款', kind: 'money' },
    { key: 'due', title: '还款日', kind: 'date' },
    { key: 'at', title: '记录时间', kind: 'moment' },
    { key: 'note', title: '备注', kind: 'text' },
    { key: 'n', title: '期数', kind: 'number' },
  ],
  rows,
})

const oneCase: Row = ['𠮷田·古丽', '11010119900307123X', '-93750.50', '2026-12-05', '2026-11-21 14:32', '=HYPERLINK("x")', 48]

async function workbookOf(rows: Iterable<Row>, name = '案件') {
  const chunks: Uint8Array[] = []
  for await (const chunk of xlsxChunks([{ name, table: table(rows) }, notes], made)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const partOf = (bytes: Uint8Array, name: string) => {
  const opened = openZip(bytes)
  const entry = 'entries' in opened ? opened.entries.find((found) => found.name === name) : undefined
  return Buffer.from((entry && inflate(entry)) ?? '').toString('utf8')
}

test('Excel gets numbers as numbers, days as dates, ID numbers and formulas as text', async () => {
  const { sheets } = await readXlsx(await workbookOf([oneCase]))
  const [name, idNumber, owed, due, at, note, periods] = sheets[0]?.rows[1] ?? []
  expect({ name, idNumber, owed, note, periods }).toEqual({
    name: '𠮷田·古丽',
    idNumber: '11010119900307123X',
    owed: -93750.5,
    note: '=HYPERLINK("x")',
    periods: 48,
  })
  expect(due instanceof Date && due.toISOString()).toBe('2026-12-05T00:00:00.000Z')
  expect(at instanceof Date && at.toISOString().slice(0, 16)).toBe('2026-11-21T14:32')
})

test('nothing in a workbook is a formula', async () => {
  expect(partOf(await workbookOf([oneCase]), 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
})

test('amounts keep every digit that was handed in', async () => {
  const bytes = await workbookOf([[null, null, '999999999999.99', null, null, null, null]])
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<v>999999999999.99</v>')
})

test('the sheets have their Chinese names, and the second says where the figures come from', async () => {
  const { sheets } = await readXlsx(await workbookOf([oneCase]))
  expect(sheets.map((sheet) => sheet.name)).toEqual(['案件', '说明'])
  expect(sheets[1]?.rows).toEqual([
    ['项目', '内容'],
    ['筛选条件', '债权方：借呗'],
    ['导出时间', '2026-11-21 14:32'],
  ])
})

test('a name Excel does not allow for a sheet is made one it does', async () => {
  const { sheets } = await readXlsx(await workbookOf([], `a/b[c]:${'长'.repeat(40)}`))
  expect(sheets[0]?.name).toBe(`a b c  ${'长'.repeat(24)}`)
})

test('the heading row stays in view and columns are wide enough for their titles', async () => {
  const sheet = partOf(await workbookOf([oneCase]), 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2"')
  expect(sheet).toContain('<col min="2" max="2" width="22"')
  expect(sheet).toContain('<autoFilter ref="A1:G2"/>')
})

test.each(['<b>&"', 'a\u0001b', '断\ud800字', '_x000D_', ' 两端空格 ', '第一行\n第二行'])(
  'text %j opens as text',
  async (text) => {
    const { sheets } = await readXlsx(await workbookOf([[text, null, null, null, null, null, null]]))
    const expected = text.replace('\u0001', '').replace('\ud800', '')
    expect(sheets[0]?.rows[1]?.[0]).toBe(expected)
  },
)

test('what an export wrote, an import reads', async () => {
  const read = await readSheet(
    await workbookOf([oneCase, [null, null, null, null, null, null, null], ['张三', '', '1.10', '', '', '', 1]]),
  )
  expect('file' in read && read.file).toEqual({
    name: '案件',
    header: ['姓名', '身份证号', '欠款', '还款日', '记录时间', '备注', '期数'],
    records: [
      {
        line: 2,
        cells: ['𠮷田·古丽', '11010119900307123X', '-93750.5', '2026-12-05', '2026-11-21 14:32', '=HYPERLINK("x")', '48'],
      },
      { line: 4, cells: ['张三', '', '1.1', '', '', '', '1'] },
    ],
  })
})

test('a formula’s noise is no part of an amount, and a number beyond fifteen digits shows that it is spoilt', async () => {
  const numbers = ['1234.5600000000001', '93750.5', '-0.1', '138001380001234', '110101199003071230', '1E-7', '0', '100']
  const rows = numbers.map((value) => [null, null, value, null, null, null, null])
  const written = Buffer.from(await workbookOf(rows))
  const read = await readSheet(written)
  // What Excel shows in a cell of the format “General”: ECMA-376 keeps IEEE doubles, of which 15 digits are exact.
  expect('file' in read && read.file.records.map(({ cells }) => cells[2])).toEqual([
    ...['1234.56', '93750.5', '-0.1', '138001380001234', '1.10101199003071E+17', '1E-7', '0', '100'],
  ])
})

test('a file that is no workbook is refused', async () => {
  expect(await readSheet(Buffer.from('姓名,欠款'))).toEqual({ problem: 'not_a_workbook' })
})

test('a cell in the last column makes no row as wide as that, and more than 200 columns are refused', async () => {
  const rowOf = (width: number) => Array.from({ length: width }, (_, index) => (index === 0 || index === width - 1 ? '字' : null))
  const readRow = async (width: number) => readSheet(await writeXlsx({ sheets: [{ name: '表', rows: [rowOf(width)] }] }))
  const far = await readRow(16_384)
  expect('file' in far && far.file.header).toEqual(['字'])
  const widest = await readRow(200)
  expect('file' in widest && widest.file.header).toHaveLength(200)
  expect(await readRow(201)).toEqual({ problem: 'too_many_columns' })
})
