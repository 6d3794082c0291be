import { expect, test } from 'vitest'
import { docxOf } from './docx'
import { checkFile } from './files'
import type { Paper, PaperBlock } from './paper'
import { inflate, openZip } from './zip'

const made = new Date('2026-11-21T06:00:00Z')
const letter = (...blocks: PaperBlock[]): Paper => ({
  layout: 'letter',
  language: 'zh-CN',
  title: '申请',
  reference: 'XS-0001 · 第1版',
  blocks,
})

async function partOf(paper: Paper, name: string) {
  const opened = openZip(await docxOf(paper, made))
  const entry = 'entries' in opened ? opened.entries.find((found) => found.name === name) : undefined
  return Buffer.from((entry && inflate(entry)) ?? '').toString('utf8')
}

const wordsOf = (xml: string) => [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)

test('a Word letter has the same words in the same order', async () => {
  const paper = letter(
    { kind: 'salutation', text: '借呗客服中心：' },
    { kind: 'paragraph', text: '本人古丽米热·艾比布力、𠮷田、欧阳䮌，尚欠玖万叁仟柒佰伍拾元整。' },
    { kind: 'list', title: '附件：', items: ['失业证明'] },
    { kind: 'signature', lines: ['申请人：𠮷田'] },
  )
  expect(wordsOf(await partOf(paper, 'word/document.xml'))).toEqual([
    '申请',
    '借呗客服中心：',
    '本人古丽米热·艾比布力、𠮷田、欧阳䮌，尚欠玖万叁仟柒佰伍拾元整。',
    '附件：',
    '1. 失业证明',
    '申请人：𠮷田',
  ])
})

test('the East Asian font is named on its own, 宋体 for text and 黑体 for titles', async () => {
  const styles = await partOf(letter(), 'word/styles.xml')
  expect(styles).toContain('w:styleId="PaperBody"><w:name w:val="PaperBody"/>')
  expect(styles).toMatch(/styleId="PaperBody".*?w:eastAsia="宋体"/)
  expect(styles).toMatch(/styleId="Title".*?w:eastAsia="黑体"/)
})

test('it is A4 with page x of y and the reference under each page', async () => {
  expect(await partOf(letter(), 'word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
  const footer = await partOf(letter(), 'word/footer1.xml')
  expect(footer).toContain('XS-0001 · 第1版')
  expect(footer).toMatch(/PAGE .*NUMPAGES /)
})

test('the heading of a long table repeats, figures stand right, and the total is bold', async () => {
  const columns = [
    { title: '期次', align: 'left' },
    { title: '应还', align: 'right' },
  ] as const
  const xml = await partOf(
    letter({ kind: 'table', caption: '还款计划', columns, rows: [['1', '1,953.13']], total: ['合计', '1,953.13'] }),
    'word/document.xml',
  )
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(1)
  expect(xml.match(/PaperFigure/g)?.length).toBe(1)
  expect(xml.match(/PaperBoldFigure/g)?.length).toBe(2)
})

test('intervals are a table of their numbers, without the picture', async () => {
  const paper = letter(
    { kind: 'callout', title: '怎么读：', text: '这里是相关。' },
    { kind: 'figures', items: [{ label: '获批率', value: '61.2%', lines: ['95% 区间 54.5%–67.5%'] }] },
    {
      kind: 'intervals',
      note: '虚线是 1。',
      columns: [
        { title: '比较', align: 'left' },
        { title: '刻度', align: 'left' },
        { title: '优势比', align: 'right' },
      ],
      picture: { column: 1, ticks: [{ at: 0.5, label: '1' }], middle: 0.5 },
      groups: [
        {
          title: '失业证明',
          aside: '更常获批',
          tone: 'up',
          rows: [
            {
              cells: [{ text: '是', under: '相对 否' }, { text: '' }, { text: '2.10', under: '1.20–3.70' }],
              picture: { at: 0.6, low: 0.55, high: 0.7, beyond: [false, false], mark: 'square', tone: 'up' },
              said: '',
            },
            { cells: [{ text: '不详' }, { text: '' }, { text: '' }], picture: null, said: '人数太少' },
          ],
        },
      ],
    },
  )
  expect(wordsOf(await partOf(paper, 'word/document.xml')).filter((text) => text !== '')).toEqual([
    ...['申请', '怎么读：这里是相关。', '获批率', '61.2% · 95% 区间 54.5%–67.5%'],
    ...['虚线是 1。', '比较', '优势比', '失业证明', '更常获批', '是 (相对 否)', '2.10 (1.20–3.70)', '不详', '人数太少'],
  ])
})

test('what people type is text, never markup', async () => {
  const xml = await partOf(letter({ kind: 'paragraph', text: '</w:t><w:br/>&amp;\u0000"' }), 'word/document.xml')
  expect(xml).toContain('&lt;/w:t&gt;&lt;w:br/&gt;&amp;amp;&quot;')
})

test('it passes our own check of Word files, and the same paper is the same file', async () => {
  const paper = letter(
    { kind: 'facts', rows: [['产品', '借呗']] },
    { kind: 'new_page' },
    { kind: 'heading', text: '二' },
    { kind: 'note', text: '注' },
  )
  expect(await checkFile(await docxOf(paper, made), '申请.docx')).toHaveProperty('file.kind', 'DOCX')
  expect(await docxOf(paper, made)).toEqual(await docxOf(paper, made))
})
