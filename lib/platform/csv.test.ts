import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvChunks } from './csv'
import { readCsv } from './csv-read'
import type { Cell, Column, ColumnKind, Row } from './table'

const column = (title: string, kind: ColumnKind): Column => ({ key: title, title, kind })

async function bytesOf(columns: Column[], rows: Row[], audience?: 'spreadsheet' | 'machine') {
  const chunks: Uint8Array[] = []
  for await (const chunk of csvChunks({ columns, rows }, audience)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const cellOf = async (cell: Cell, kind: ColumnKind, audience?: 'spreadsheet' | 'machine') => {
  const text = Buffer.from(await bytesOf([column('x', kind)], [[cell]], audience)).toString('utf8')
  return text.replace('\uFEFF', '').slice('x\r\n'.length, -'\r\n'.length)
}

const fileOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes)
  if ('problem' in read) throw new Error(read.problem.code)
  return read.file
}

describe('what Excel opens', () => {
  test('an export begins with the UTF-8 mark EF BB BF and ends its lines with CRLF', async () => {
    const bytes = await bytesOf([column('姓名', 'text')], [['古丽米热·艾比布力'], ['𠮷田']])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(Buffer.from(bytes.slice(3)).toString('utf8')).toBe('姓名\r\n古丽米热·艾比布力\r\n𠮷田\r\n')
  })

  test('a machine gets the same file without the mark', async () => {
    const bytes = await bytesOf([column('a', 'text')], [], 'machine')
    expect(Buffer.from(bytes).toString('latin1')).toBe('a\r\n')
  })

  test.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+86 138', "'+86 138"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1＋1', "'＝1＋1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['1=1', '1=1'],
  ])('text %j that could run as a formula is only shown', async (text, written) => {
    expect(await cellOf(text, 'text')).toBe(written)
  })

  test('negative amounts stay numbers, in money, number and text columns', async () => {
    expect(await cellOf('-93750.50', 'money')).toBe('-93750.50')
    expect(await cellOf(-12, 'number')).toBe('-12')
    expect(await cellOf('-93750.50', 'text')).toBe('-93750.50')
  })

  test('a formula in a column of money is still only shown', async () => {
    expect(await cellOf('=1+1', 'money')).toBe("'=1+1")
  })

  test('ID and phone numbers stay text, whole to the last digit', async () => {
    expect(await cellOf('11010119900307123X', 'code')).toBe('\t11010119900307123X')
    expect(await cellOf('+8613812345678', 'code')).toBe("'+8613812345678")
    expect(await cellOf('110101199003071232', 'code', 'machine')).toBe('110101199003071232')
  })

  test('cells with commas, quotes and line breaks are quoted as RFC 4180 says', async () => {
    expect(await cellOf('他说"等三天",\n再打', 'text')).toBe('"他说""等三天"",\n再打"')
  })

  test('a formula in a heading is only shown', async () => {
    expect(Buffer.from(await bytesOf([column('=1', 'text')], [], 'machine')).toString()).toBe("'=1\r\n")
  })
})

describe('what people send', () => {
  // Made with Python's gb18030 codec, an independent encoder.
  const gb18030 = Buffer.from(
    'd0d5c3fb2cc7b7bfee0d0ad5c5c8fd2c2d39333735302e35300d0ac5b7d1f48234cf392c310d0a9534b235ccef2c320d0a',
    'hex',
  )

  test('a file saved by Chinese Excel in GB18030 is readable', () => {
    const file = fileOf(gb18030)
    expect(file.encoding).toBe('gb18030')
    expect(file.header).toEqual(['姓名', '欠款'])
    expect(file.records.map(({ cells }) => cells)).toEqual([
      ['张三', '-93750.50'],
      ['欧阳䮌', '1'],
      ['𠮷田', '2'],
    ])
  })

  test('the mark of UTF-8 and UTF-16 is not part of the first heading', () => {
    expect(fileOf(Buffer.from('\uFEFF姓名\r\n张三', 'utf8')).header).toEqual(['姓名'])
    expect(fileOf(Buffer.from('\uFEFF姓名\t欠款\r\n张三\t1', 'utf16le')).header).toEqual(['姓名', '欠款'])
  })

  test('semicolons and tabs separate as commas do', () => {
    expect(fileOf(Buffer.from('a;b\n1;2')).records[0]?.cells).toEqual(['1', '2'])
  })

  test('lines are counted through cells that span several, and empty lines are left out', () => {
    const file = fileOf(Buffer.from('a,b\r\n"x\r\ny",1\r\n\r\n2,3\r\n'))
    expect(file.records).toEqual([
      { line: 2, cells: ['x\r\ny', '1'] },
      { line: 5, cells: ['2', '3'] },
    ])
  })

  test('a line with too few or too many cells is named', () => {
    const file = fileOf(Buffer.from('a,b\n1\n1,2\n1,2,3\n'))
    expect(file.ragged).toEqual([2, 4])
    expect(file.records[0]?.cells).toEqual(['1', ''])
  })

  test.each([
    ['a,b\n1,"2', 'quote', 2],
    ['a\n"x"y\n', 'quote', 2],
    ['', 'empty', undefined],
    ['a\n\0\n', 'binary', undefined],
    [`a\n${'x'.repeat(32_768)}`, 'cell_too_long', 2],
    [`${'a,'.repeat(200)}a`, 'too_many_columns', 1],
  ])('%j is refused with the reason', (text, code, line) => {
    expect(readCsv(Buffer.from(text))).toEqual({ problem: line ? { code, line } : { code } })
  })

  test('a file over the limit is refused before it is read', () => {
    const limits = { bytes: 10, rows: 2, columns: 5, cell: 10 }
    expect(readCsv(Buffer.from('a\n1\n2\n3\n4\n5'), limits)).toEqual({ problem: { code: 'too_large' } })
    expect(readCsv(Buffer.from('a\n1\n2\n3'), limits)).toEqual({ problem: { code: 'too_many_rows', line: 4 } })
  })

  test('bytes that are no text in any encoding are refused', () => {
    expect(readCsv(new Uint8Array([0x61, 0xff, 0xff]))).toEqual({ problem: { code: 'encoding' } })
  })
})

test('whatever a table holds comes back from its CSV as it was', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '三', '𠮷', '"', ',', ';', '\n', ' ', '0', '=', '·') })
    .filter((text) => !text.startsWith('='))
  const rows = fc.array(fc.tuple(fc.constant('k'), cell, cell), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const bytes = await bytesOf([column('k', 'text'), column('甲', 'text'), column('乙', 'text')], written)
      expect(fileOf(bytes).records.map(({ cells }) => [...cells])).toEqual(written)
    }),
  )
})

test('a long export comes in pieces, so that memory does not grow with it', async () => {
  function* rows(): Generator<Row> {
    for (let n = 0; n < 20_000; n++) yield [n, '张三']
  }
  let chunks = 0
  let bytes = 0
  for await (const chunk of csvChunks({ columns: [column('n', 'number'), column('姓名', 'text')], rows: rows() })) {
    chunks += 1
    bytes += chunk.length
  }
  expect(chunks).toBeGreaterThan(2)
  expect(bytes).toBeGreaterThan(20_000 * 8)
})
