import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { listClients } from '@/lib/clients/queries'
import { execute } from '@/lib/core/command'
import { messages } from '@/lib/i18n/catalogue'
import { resultFile } from '@/lib/imports/result-file'
import { undoImport } from '@/lib/imports/undo.commands'
import { readTable } from '@/lib/platform/table-read'
import { xlsxChunks } from '@/lib/platform/xlsx'
import { type Asked, importTable } from './import'
import { atTheMachine } from './offices'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const machine = () => atTheMachine({ id: office.organisationId, name: '阳光债务咨询', is_demo: false })
const asked: Asked = { fileName: '客户.csv', map: '', fixed: { owner: '李文静' }, consent: 'PAPER', isDry: false }
/** As an office might keep it, saved by Chinese Excel: three good rows, three with something wrong. */
const sheet = readFileSync(new URL('../imports/cases/clients-gb18030.csv', import.meta.url))
const csv = new TextDecoder('gb18030').decode(sheet)

async function workbook(): Promise<Buffer> {
  const [header = [], ...rows] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.replace(/"(.*),(.*)"/, '$1$2').split(','))
  const columns = header.map((title) => ({ key: title, title, kind: 'text' as const }))
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxChunks([{ name: '客户', table: { columns, rows } }], clock)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const wrong = [
  { line: 4, state: 'REFUSED', faults: [{ field: 'idNumber', fault: 'spoilt_number' }] },
  { line: 5, state: 'REFUSED', faults: [{ field: 'phone', fault: 'phone_or_id' }] },
  { line: 6, state: 'REFUSED', faults: [{ field: 'product', fault: 'unknown_product' }] },
]

describe('parley import', () => {
  test('a file in GB18030, in UTF-8 with its mark, or as a workbook is read alike', async () => {
    const first = await importTable(machine(), sheet, asked)
    expect(first.value).toMatchObject({ imported: 3, refused: 3, columns: { 手机: 'phone', 备注: null } })
    expect(first.rows.filter(({ state }) => state === 'REFUSED')).toEqual(wrong)
    expect(first.ok).toBe(false)
    for (const bytes of [Buffer.from(`\uFEFF${csv}`), await workbook()]) {
      const again = await importTable(machine(), bytes, asked)
      expect(again.value).toMatchObject({ known: 3, refused: 3 })
    }
    const { clients } = await listClients(office.counsellor, { q: '0001' }, clock)
    expect(clients.map(({ maskedName, openCases }) => [maskedName, openCases])).toEqual([['古丽**·艾**', 1]])
  })

  test('a dry run says the same and makes nothing', async () => {
    const other = Buffer.from(csv.replaceAll('1391234', '1391235').replace('11010519491231002x', ''))
    const tried = await importTable(machine(), other, { ...asked, isDry: true })
    expect(tried.value).toMatchObject({ importId: null, new: 3, refused: 3 })
    expect((await importTable(machine(), other, asked)).value).toMatchObject({ imported: 3, refused: 3 })
  })

  test('the caller may say what a column is, and what every row shares', async () => {
    const bytes = Buffer.from('联系人,号,余额\n方圆,13912349001,500\n')
    const fixed = { owner: '李文静', product: '借呗', method: 'BULLET' }
    const map = '联系人=name, 号=phone,余额=principal'
    expect((await importTable(machine(), bytes, { ...asked, map, fixed })).value).toMatchObject({ imported: 1 })
    for (const bad of ['没有=name', '号=nothing', '号=phone,联系人=phone'])
      await expect(importTable(machine(), bytes, { ...asked, map: bad, fixed })).rejects.toThrow(/no column|no field|Two columns/)
  })

  test('what cannot be read is told in a sentence', async () => {
    const problem = messages.en.imports.problem
    const tries: [string | Buffer, string][] = [
      ['姓名,手机\n', problem.empty],
      [Buffer.from([0x50, 0x4b, 3, 4]), problem.not_a_workbook],
      [Buffer.from([0xff, 0xff, 0xff]), problem.encoding],
      [`姓名\n${'甲\n'.repeat(2001)}`, problem.too_many_rows],
    ]
    for (const [bytes, sentence] of tries)
      await expect(importTable(machine(), Buffer.from(bytes), asked)).rejects.toThrow(sentence)
  })

  test('the result is the same table with a column that says what became of each row, and an undo takes it back', async () => {
    const bytes = Buffer.from('姓名,手机,产品,还款方式,本金\n蒋干,13912348001,借呗,等额本息,9\n沈万,1,借呗,等额本息,9\n')
    const { table: read, rows, value } = await importTable(machine(), bytes, asked)
    const written = await readTable(Buffer.concat(await resultFile(read, rows, messages['zh-CN'], clock)))
    expect('table' in written && written.table.header.at(-1)).toBe('导入结果')
    const last = 'table' in written ? written.table.records.map(({ cells }) => cells.at(-1)) : []
    expect(last).toEqual(['已导入', `未导入 · ${messages['zh-CN'].faults.phone}`])
    const importId = 'importId' in Object(value) ? Object(value).importId : ''
    expect(await execute(undoImport, machine(), { importId })).toMatchObject({ debts: 1, clients: 1, kept: 0 })
  })

  test('with nobody named to work the cases, nothing is guessed', async () => {
    const bytes = Buffer.from('姓名,手机,产品,还款方式,本金\n韩信,13912347001,借呗,等额本息,9\n')
    const { rows } = await importTable(machine(), bytes, { ...asked, fixed: {} })
    expect(rows[0]?.faults).toEqual([{ field: 'owner', fault: 'required' }])
  })
})
