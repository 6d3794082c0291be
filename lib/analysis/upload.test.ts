import { expect, test } from 'vitest'
import { xlsxChunks } from '@/lib/platform/xlsx'
import { readUpload, summaryOf } from './upload'

const lines = ['案号,结果,收入,困难', 'A1,获批,5000,失业', 'A2,被拒,4200,疾病', 'A3,待复,,失业']
/** The same text in GB18030: 2 bytes for each Chinese character, from the standard’s table. */
const gb: Record<string, string> = {
  案: 'b0b8',
  号: 'bac5',
  结: 'bde1',
  果: 'b9fb',
  收: 'cad5',
  入: 'c8eb',
  困: 'c0a7',
  难: 'c4d1',
  获: 'bbf1',
  批: 'c5fa',
  被: 'b1bb',
  拒: 'bedc',
  待: 'b4fd',
  复: 'b8b4',
  失: 'caa7',
  业: 'd2b5',
  疾: 'bcb2',
  病: 'b2a1',
}
const inGb18030 = (text: string) => Buffer.from([...text].map((c) => gb[c] ?? Buffer.from(c).toString('hex')).join(''), 'hex')

const expected = { 案号: 'A1', 结果: '获批', 收入: '5000', 困难: '失业' }

test('a sheet saved by Chinese Excel or WPS (GB18030) reads like one in UTF-8', async () => {
  const utf8 = await readUpload(Buffer.from(lines.join('\n')))
  expect(await readUpload(inGb18030(lines.join('\r\n')))).toEqual(utf8)
  expect('rows' in utf8 && utf8.rows[0]).toEqual(expected)
})

test('a workbook reads like the same table as CSV', async () => {
  const [header = [], ...cells] = lines.map((line) => line.split(','))
  const columns = header.map((title) => ({ key: title, title, kind: 'text' as const }))
  const parts: Uint8Array[] = []
  for await (const part of xlsxChunks([{ name: '案件', table: { columns, rows: cells } }], new Date('2026-11-21T00:00:00Z')))
    parts.push(part)
  const read = await readUpload(Buffer.concat(parts))
  expect('rows' in read && read.rows[0]).toEqual(expected)
})

test('what is no table is refused with the reason', async () => {
  expect(await readUpload(Buffer.from('结果,收入\n'))).toEqual({ problem: 'empty' })
  expect(await readUpload(Buffer.from('结果,结果\n获批,被拒\n'))).toEqual({ problem: 'repeated_column' })
  expect(await readUpload(Buffer.from([0x50, 0x4b, 3, 4, 9]))).toEqual({ problem: 'not_a_workbook' })
})

test('a column of answers looks like the outcome, one of amounts like a number, one of case numbers like neither', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    案号: `XS-${i}`,
    结果: i % 2 === 0 ? '获批' : '被拒',
    收入: String(4000 + 10 * i),
    困难: i % 3 === 0 ? '失业' : '疾病',
  }))
  expect(['案号', '结果', '收入', '困难'].map((name) => summaryOf(rows, name).looks)).toEqual([
    'identifier',
    'outcome',
    'number',
    'category',
  ])
})
