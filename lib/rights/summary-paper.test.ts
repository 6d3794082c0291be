import { expect, test } from 'vitest'
import { pdfOf } from '@/lib/platform/pdf'
import { summaryPaper } from './summary-paper'

const summary = {
  ...{ title: '我的个人信息', lead: '您有权知道我们保存了什么。', ending: '原始数据在 data.json。' },
  sections: [
    { heading: '我们保存的', rows: [['借款', '3 条'] as const] },
    { heading: '谁看过', lines: ['李文静（辅导员）看了您的收支表，11月21日', '王督导（督导）看了您的材料清单，11月22日'] },
    { heading: '我的请求' },
  ],
}

const taken = { at: '2026-11-21T19:36:00.000Z', timeZone: 'Asia/Shanghai' }

test('it bears the day on which it was taken where the office is, like every date in it', () => {
  expect(summaryPaper(summary, 'zh-CN', taken).reference).toBe('2026-11-22')
})

test('the summary says each part under its heading, and nothing of parts that are empty', () => {
  const { blocks } = summaryPaper(summary, 'zh-CN', taken)
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['paragraph', 'heading', 'facts', 'heading', 'paragraph', 'paragraph', 'note'],
  ])
  expect(JSON.stringify(blocks)).not.toContain('我的请求')
})

test('it is a PDF that opens', async () => {
  const pdf = await pdfOf(summaryPaper(summary, 'zh-CN', taken), new Date('2026-11-21T00:00:00Z'))
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})
