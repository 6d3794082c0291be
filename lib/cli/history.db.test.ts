import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { clock, type Office, openOffice } from '@/db/testing/factories'
import { analytics } from '@/lib/analytics/queries'
import { resultFile } from '@/lib/imports/result-file'
import { readTable } from '@/lib/platform/table-read'
import { importHistory } from './history'
import { spokenIn } from './lines/import-history'
import { command as undo } from './lines/import-undo'
import { atTheMachine } from './offices'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

const machine = () => atTheMachine({ id: office.organisationId, name: '阳光债务咨询', is_demo: false })
const asked = { fileName: '往年.csv', map: '', isDry: false }
/** As an office might keep it, saved by Chinese Excel: two good rows, one of them twice, and two with something wrong. */
const sheet = readFileSync(new URL('../history/cases/past-gb18030.csv', import.meta.url))
const csv = new TextDecoder('gb18030').decode(sheet)

describe('parley import history', () => {
  test('a dry run tells what would become of each row and makes nothing', async () => {
    const tried = await importHistory(machine(), sheet, { ...asked, isDry: true })
    expect(tried.value).toMatchObject({ importId: null, new: 2, known: 1, refused: 2 })
    expect((await analytics(office.supervisor, {}, clock)).funnel.sent).toBe(0)
  })

  test('a file in GB18030 becomes outcomes that the analytics counts, and the same in UTF-8 is known', async () => {
    const first = await importHistory(machine(), sheet, asked)
    expect(first.value).toMatchObject({ imported: 2, known: 1, refused: 2, columns: { 备注: null, 审批结果: 'outcome' } })
    expect(first.rows.filter(({ state }) => state === 'REFUSED')).toEqual([
      { line: 4, state: 'REFUSED', faults: [{ field: 'outcome', fault: 'choice' }] },
      {
        ...{ line: 5, state: 'REFUSED' },
        faults: [
          { field: 'hardship', fault: 'choice' },
          { field: 'evidence', fault: 'share' },
        ],
      },
    ])
    expect((await importHistory(machine(), Buffer.from(`\uFEFF${csv}`), asked)).value).toMatchObject({ known: 3, refused: 2 })
    expect((await analytics(office.supervisor, {}, clock)).funnel.sent).toBe(2)
  })

  test('the result file is the table with what became of each row in one more column', async () => {
    const { table, rows } = await importHistory(machine(), sheet, { ...asked, isDry: true })
    const read = await readTable(Buffer.concat(await resultFile(table, rows, spokenIn('zh-CN'), clock)))
    if ('problem' in read) throw new Error(read.problem)
    expect(read.table.header.at(-1)).toBe('导入结果')
    expect(read.table.records[2]?.cells.at(-1)).toBe(
      '未导入 · 认不出这个词，请填其中之一：同意、部分同意、还价、拒绝、逾期未复、撤回。',
    )
    expect(read.table.records.map(({ cells }) => cells[0])).toEqual(['2024-001', '2024-002', '2024-003', '2024-004', '2024-001'])
  })

  test('the caller may say what a column is; a file without an answer in it is told so', async () => {
    const bytes = Buffer.from('卷,产品,送出,批复\n甲-1,借呗,2024-05-01,同意\n')
    await expect(importHistory(machine(), bytes, asked)).rejects.toThrow('No column is sentOn')
    const map = '卷=caseNumber,送出=sentOn,批复=outcome'
    expect((await importHistory(machine(), bytes, { ...asked, map })).value).toMatchObject({ imported: 1 })
    for (const bad of ['没有=outcome', '卷=nothing'])
      await expect(importHistory(machine(), bytes, { ...asked, map: bad })).rejects.toThrow(/no column|no field/)
  })

  test('is taken back like any other import', async () => {
    const bytes = Buffer.from('案号,产品,提交日期,结果\n乙-1,借呗,2024-05-01,拒绝\n')
    const { value } = await importHistory(machine(), bytes, asked)
    const { importId } = Object(value)
    const back = await undo.run({ import: importId, organisation: office.organisationId })
    expect(back).toMatchObject({ ok: true, value: { outcomes: 1 } })
  })
})
