import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { missingCharacters, printable } from './fonts'
import type { Paper, PaperBlock } from './paper'
import { pdfOf } from './pdf'

const made = new Date('2026-11-21T06:00:00Z')

const letter = (...blocks: PaperBlock[]): Paper => ({
  layout: 'letter',
  language: 'zh-CN',
  title: '申请',
  reference: 'XS-0001',
  blocks,
})
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text })

/** What the PDF's compressed streams hold. */
const streamsOf = (pdf: Uint8Array): string[] =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/stream\r?\n([\s\S]*?)\nendstream/g),
  ].map(([, body = '']) => unpacked(body))

function unpacked(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
  } catch {
    return body
  }
}

const contentOf = (pdf: Uint8Array): string => [Buffer.from(pdf).toString('latin1'), ...streamsOf(pdf)].join('\n')

/** How many lines of text each page shows, its footer's two among them. */
const linesOfPages = (pdf: Uint8Array): number[] =>
  streamsOf(pdf)
    .map((stream) => stream.match(/^BT$/gm)?.length ?? 0)
    .filter((lines) => lines > 0)

/** Every character that a reader can select, search and copy: the targets of the fonts' ToUnicode maps. */
function selectable(pdf: Uint8Array): Set<string> {
  const maps = [...contentOf(pdf).matchAll(/beginbf(?:char|range)([\s\S]*?)endbf/g)].flatMap(([, body = '']) => [
    ...body.matchAll(/<([0-9A-Fa-f]{4,})>\s*(?=\n|$)/gm),
  ])
  return new Set(maps.flatMap(([, hex = '']) => [...Buffer.from(hex, 'hex').swap16().toString('utf16le')]))
}

const pagesOf = (pdf: Uint8Array) => contentOf(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length

test('a letter is A4, its fonts are embedded and cut to the characters used', async () => {
  const content = contentOf(await pdfOf(letter(paragraph('本人陈伟明，尚欠玖万叁仟柒佰伍拾元整。')), made))
  expect(content).toMatch(/\/MediaBox\s*\[0 0 595\.27\d* 841\.8[89]\d*\]/)
  const fonts = [...content.matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map(([, name = '']) => name)
  expect(fonts.some((name) => name.includes('NotoSerifSC'))).toBe(true)
  expect(fonts.filter((name) => !/^[A-Z]{6}\+/.test(name))).toEqual([])
  expect(content.match(/\/FontFile[23]/g)?.length).toBeGreaterThan(0)
  expect(content).toContain('pdfaid:part>2<')
})

test.each(['古丽米热·艾比布力', '欧阳䮌', '𠮷田', '龘㐱鿍', '玖万叁仟柒佰伍拾元整', '¥93,750.00'])(
  '%s stands in the PDF and can be selected',
  async (text) => {
    const characters = selectable(await pdfOf(letter(paragraph(text)), made))
    expect([...text].filter((character) => !characters.has(character))).toEqual([])
    expect(missingCharacters(text)).toEqual([])
  },
)

test('a telephone number in an English letter is copied as it stands, wherever its lines end', async () => {
  const agreed =
    'Of the plan agreed with 重庆蚂蚁消费金融有限公司 (Jiebei, contract ending 1023), instalment 1 of ¥1,072.90 is due.'
  const told = paragraph('If you cannot pay it, tell us first (0571-85550137).')
  const copied = selectable(
    await pdfOf({ ...letter(paragraph(agreed), told), language: 'en', title: 'Plan', reference: 'X' }, made),
  )
  expect(copied.has('-')).toBe(true)
  expect([...copied].filter((character) => character < ' ')).toEqual([])
})

describe('a character that no font has', () => {
  test('is marked with its number, not dropped', () => {
    expect(printable('王\u{2a6a5}😀')).toBe('王〓(U+2A6A5)〓(U+1F600)')
    expect(missingCharacters('王\u{2a6a5}😀😀')).toEqual(['\u{2a6a5}', '😀'])
  })

  test('does not keep the document from being made', async () => {
    expect(selectable(await pdfOf(letter(paragraph('王\u{2a6a5}')), made)).has('〓')).toBe(true)
  })

  test('marks of direction, joiners and controls are left out', () => {
    expect(printable('a\u202eb\u200dc\u0000d\ufe0f')).toBe('abcd')
  })
})

test('what people type is text, never markup', async () => {
  const hostile = '#panic("x") #read("/etc/passwd") $x$ *b* _i_ @a <b> `c` \\ // /* */ #import "x"'
  const characters = selectable(await pdfOf({ ...letter(paragraph(hostile)), title: hostile, reference: hostile }, made))
  expect(['#', '$', '*', '_', '@', '<', '`', '\\'].filter((sign) => !characters.has(sign))).toEqual([])
})

test('a long schedule runs over pages', async () => {
  const columns = [
    { title: '期次', align: 'left' },
    { title: '应还', align: 'right' },
  ] as const
  const rows = Array.from({ length: 120 }, (_, index) => [String(index + 1), '1,953.13'])
  const pdf = await pdfOf(letter({ kind: 'table', caption: '还款计划', columns, rows, total: ['合计', '234,375.60'] }), made)
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(4)
})

test('the signature never stands alone: the enclosures go to the next page with it', async () => {
  const sentence = paragraph('以上情况和所附材料真实、准确，如有变化，本人将及时告知。'.repeat(2))
  const end: PaperBlock[] = [
    { kind: 'list', title: '附件：', items: ['失业证明', '银行流水', '收入证明', '合同', '测算'] },
    { kind: 'signature', lines: ['申请人：陈伟明', '联系电话', '2026年11月21日'] },
  ]
  for (let count = 6; count <= 16; count++) {
    const pdf = await pdfOf(letter(...Array.from({ length: count }, () => sentence), ...end), made)
    expect(linesOfPages(pdf).at(-1)).toBeGreaterThanOrEqual(6 + 3 + 2)
  }
})

/** One group of so many lines. */
const intervals = (lines: number): PaperBlock => ({
  kind: 'intervals',
  note: '',
  columns: [
    { title: '比较', align: 'left' },
    { title: '刻度', align: 'left', share: 2 },
    { title: '优势比', align: 'right' },
  ],
  picture: { column: 1, ticks: [0, 0.5, 1].map((at) => ({ at, label: String(at) })), middle: 0.5 },
  groups: [
    {
      title: '失业证明',
      aside: '更常获批',
      tone: 'up',
      rows: Array.from({ length: lines }, () => ({
        cells: [{ text: '是', under: '相对 否' }, { text: '' }, { text: '2.10', under: '1.20–3.70' }],
        picture: { at: 0.6, low: 0, high: 1, beyond: [true, true], mark: 'square', tone: 'up' },
        said: '',
      })),
    },
  ],
})

/** How many closed outlines are filled and how many lines are drawn: what pdftotext does not see. */
const drawnIn = (pdf: Uint8Array) => {
  const content = streamsOf(pdf).join('\n')
  return { filled: content.match(/^f\*?$/gm)?.length ?? 0, stroked: content.match(/^S$/gm)?.length ?? 0 }
}

test('an interval is drawn: its line, two arrow heads and its mark, beside its numbers as text', async () => {
  const [one, two] = [await pdfOf(letter(intervals(1)), made), await pdfOf(letter(intervals(2)), made)]
  expect(drawnIn(two).filled - drawnIn(one).filled).toBe(3)
  expect(drawnIn(two).stroked - drawnIn(one).stroked).toBeGreaterThanOrEqual(5)
  expect(['2', '.', '–'].filter((sign) => !selectable(one).has(sign))).toEqual([])
})

test('a group of lines stays on one page where it fits on one', async () => {
  const before = Array.from({ length: 22 }, () => paragraph('一'))
  const pdf = await pdfOf({ ...letter(...before, intervals(12)), layout: 'report' }, made)
  const [first = 0, second = 0] = linesOfPages(pdf)
  expect(second > 12 * 4 || first > 12 * 4).toBe(true)
})

test('every kind of block can be set in both layouts and languages', async () => {
  const blocks: PaperBlock[] = [
    { kind: 'salutation', text: '借呗客服中心：' },
    paragraph('正文 body'),
    { kind: 'heading', text: '欠款' },
    { kind: 'note', text: '说明' },
    { kind: 'facts', rows: [['产品', '借呗']] },
    { kind: 'table', caption: '', columns: [{ title: 'a', align: 'left', share: 3 }], rows: [['1']], total: [] },
    { kind: 'callout', title: '怎么读：', text: '相关' },
    { kind: 'figures', items: [{ label: '获批率', value: '61.2%', lines: ['95% 区间'] }] },
    intervals(1),
    { kind: 'list', title: '附件：', items: ['一'] },
    { kind: 'signature', lines: ['申请人'] },
    { kind: 'new_page' },
    paragraph('最后'),
  ]
  for (const layout of ['letter', 'report'] as const) {
    for (const language of ['zh-CN', 'en'] as const)
      expect(pagesOf(await pdfOf({ ...letter(...blocks), layout, language }, made))).toBe(2)
  }
})

test('the same paper made at the same time is the same file', async () => {
  expect(await pdfOf(letter(paragraph('一')), made)).toEqual(await pdfOf(letter(paragraph('一')), made))
})

test('a checksum among the facts is broken in two, so that it stays on the page', async () => {
  const linesWith = async (value: string) =>
    linesOfPages(await pdfOf({ ...letter({ kind: 'facts', rows: [['SHA-256', value]] }), layout: 'report' }, made))[0]
  expect(await linesWith('a1'.repeat(32))).toBe(((await linesWith('a1')) ?? 0) + 1)
})
