import { describe, expect, test } from 'vitest'
import { money } from '@/lib/platform/money'
import type { PaperBlock } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'
import { writeLetter } from './letter'
import { letterPaper, letterPdf } from './letter-paper'
import { planPaper, receiptPaper } from './papers'
import { xiaoLi } from './sample-case'
import { type CaseSummary, summaryPaper } from './summary-paper'
import { templates } from './templates'

const made = new Date('2026-11-21T06:00:00Z')
const plan = xiaoLi.proposal?.plan
if (!plan) throw new Error('the example has a plan')

const written = writeLetter({ kind: 'NEGOTIATION', template: templates.NEGOTIATION['zh-CN'], facts: xiaoLi, language: 'zh-CN' })
if ('faults' in written) throw new Error('the example can be written')
const { letter } = written

const tableOf = (blocks: readonly PaperBlock[]) => {
  const table = blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table')
  return table
}

describe('a letter on paper', () => {
  const paper = letterPaper({ letter, caseNo: 'XS-0001', version: 1, schedules: [{ contractTail: '7731', plan }] })

  test('begins with who is written to, then the text, what is enclosed, who signs, and the schedule on its own page', () => {
    const kinds = paper.blocks.map(({ kind }) => kind)
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      'salutation',
      'paragraph',
      'list',
      'signature',
      'new_page',
      'table',
      'note',
    ])
  })

  test('names case, version and the first digits of its hash under every page', () => {
    expect(paper.reference).toBe(`XS-0001 · 第1版 · ${letter.hash.slice(0, 8)}`)
  })

  test('becomes a PDF', async () => {
    const pdf = await letterPdf({ letter, caseNo: 'XS-0001', version: 1, schedules: [] }, made)
    expect(Buffer.from(pdf.slice(0, 5)).toString('latin1')).toBe('%PDF-')
  })
})

describe('a schedule on paper', () => {
  const input = {
    language: 'zh-CN',
    caseNo: 'XS-0001',
    product: '借呗',
    lender: '重庆蚂蚁消费金融有限公司',
    contractTail: '7731',
    plan,
    version: 1,
  } as const

  test('SD-07 its last line adds the columns up to the fen', () => {
    const { rows, total } = tableOf(planPaper({ ...input, isAgreed: false }).blocks)
    expect(rows[11]).toEqual(['12', '2027-11-05', '2,133.82', '25.61', '2,159.43', '0.00'])
    expect(total).toEqual(['合计', '', '24,000.00', '1,912.94', '25,912.94', ''])
  })

  test('an estimate says that it is one; the agreed plan does not', () => {
    expect(planPaper({ ...input, isAgreed: false }).title).toBe('还款计划测算')
    expect(planPaper({ ...input, isAgreed: false }).blocks.at(-1)).toMatchObject({
      kind: 'note',
      text: expect.stringContaining('以债权方书面确认为准'),
    })
    expect(planPaper({ ...input, isAgreed: true }).title).toBe('还款计划')
    expect(planPaper({ ...input, isAgreed: true }).blocks.at(-1)?.kind).toBe('table')
  })

  test('fees have a column only where there are any', () => {
    const rows = plan.rows.map((row) => ({ ...row, fees: money('1.00') }))
    const withFees = tableOf(planPaper({ ...input, plan: { ...plan, rows }, isAgreed: true }).blocks)
    expect(withFees.columns.map(({ title }) => title)).toContain('费用')
    expect(tableOf(planPaper({ ...input, isAgreed: true }).blocks).columns.map(({ title }) => title)).not.toContain('费用')
    expect(withFees.total[4]).toBe('12.00')
  })
})

test('SE-14 a receipt says who confirmed which text, when and how, and that it is no notarised signature', () => {
  const paper = receiptPaper({
    language: 'zh-CN',
    caseNo: 'XS-0001',
    client: '李𠮷明',
    organisation: '阳光债务咨询',
    document: letter.title,
    version: 1,
    hash: letter.hash,
    at: '2026-11-21 14:32',
    method: 'PORTAL',
    device: 'Chrome · Android',
  })
  const facts = paper.blocks.find((block) => block.kind === 'facts')
  const values = facts?.kind === 'facts' ? facts.rows.map(([, value]) => value) : []
  expect(values).toEqual(
    expect.arrayContaining(['2026-11-21 14:32', '第1版', '在门户输入姓名和签署验证码确认', 'Chrome · Android']),
  )
  expect(values).toContain(`XS-0001 · 第1版 · ${letter.hash.slice(0, 8)}`)
  expect(values.map((value) => value.replaceAll(' ', ''))).toContain(letter.hash)
  expect(JSON.stringify(paper)).toContain('不是经公证的签名')
})

describe('a case on paper', () => {
  const summary: CaseSummary = {
    language: 'zh-CN',
    caseNo: 'XS-0001',
    client: '李**',
    creditor: '借呗（重庆蚂蚁消费金融有限公司）',
    stage: 'SUBMITTED',
    whoseMove: 'creditor',
    nextAction: '等待债权方答复',
    owner: '王顾问',
    opened: '2026-11-06',
    debts: [{ product: '借呗', contractTail: '7731', owed: money('24000.00'), daysPastDue: 0, nextDue: '2026-12-05' }],
    finances: xiaoLi.finances,
    hardships: [{ type: 'ILLNESS', since: '2026-09-10' }],
    evidence: [{ name: '医疗诊断报告', status: 'VERIFIED' }],
    proposals: [{ version: 1, asks: ['延长至12期', '每期¥2,159.41'], sentOn: '2026-11-18', outcome: 'PENDING' }],
    instalments: [],
    contacts: [{ at: '2026-11-20 16:02', channel: 'PHONE', summary: '三个工作日内答复' }],
    history: [{ at: '2026-11-18 10:11', event: '提交方案第1版' }],
    madeAt: '2026-11-21 14:32',
    madeBy: '王顾问',
  }

  test('tells stage, debts, reasons, proposals and contacts in the words of the product', () => {
    const text = JSON.stringify(summaryPaper(summary))
    for (const word of ['审核中', '债权方', '¥24,000.00', '疾病', '已核实', '延长至12期；每期¥2,159.41', '待复', '电话'])
      expect(text).toContain(word)
    expect(JSON.stringify(summaryPaper({ ...summary, language: 'en' }))).toContain('Submitted')
  })

  test('says what an agreement has paid since the bill, no days that are still to run, and no line without words', () => {
    const [debt] = summary.debts
    if (!debt) throw new Error('the example has a debt')
    const of = { ...summary, nextAction: '', planPaid: money('2084.83'), debts: [{ ...debt, daysPastDue: -14 }] }
    const text = JSON.stringify(summaryPaper(of))
    expect(text).toContain('"按协议已还（未从尚欠中扣除）","¥2,084.83"')
    expect(text).not.toMatch(/-14|"下一步",""/)
    expect(JSON.stringify(summaryPaper(summary))).not.toContain('按协议已还')
  })

  test('a section without a record says so', () => {
    const blocks = summaryPaper(summary).blocks
    const agreement = blocks.findIndex((block) => block.kind === 'heading' && block.text === '还款协议')
    expect(blocks[agreement + 1]).toEqual({ kind: 'note', text: '无记录' })
  })

  test('an agreement that waits for confirmation is not said to be missing', () => {
    const { blocks } = summaryPaper({ ...summary, awaitsConfirmation: true })
    const agreement = blocks.findIndex((block) => block.kind === 'heading' && block.text === '还款协议')
    expect(blocks[agreement + 1]).toEqual({ kind: 'note', text: '还款协议已登记，等待确认，尚未生效。' })
    expect(blocks[agreement + 2]?.kind).toBe('heading')
  })

  test('warns that it holds personal information, and becomes a PDF in both languages', async () => {
    expect(summaryPaper(summary).blocks.at(-1)).toMatchObject({ text: expect.stringContaining('含个人信息') })
    for (const language of ['zh-CN', 'en'] as const)
      expect((await pdfOf(summaryPaper({ ...summary, language }), made)).length).toBeGreaterThan(10_000)
  })
})
