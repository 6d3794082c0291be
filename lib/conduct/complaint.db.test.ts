import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, aDebt, clock, type Office, openOffice } from '@/db/testing/factories'
import { execute } from '@/lib/core/command'
import { letterPdf } from '@/lib/letters/letter-paper'
import { textOf } from '@/lib/platform/liquid'
import { publishTemplate } from '@/lib/templates/commands'
import { shipped } from '@/lib/templates/in-use.queries'
import { logConduct } from './commands'
import { conductComplaint } from './queries'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

async function complaint(description: string, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const kase = await aCase(office, { stage: 'SUBMITTED' })
  await aDebt(office, kase, { contractNumber: 'JB2025110677' })
  const late = { at: '2026-11-18T22:40', channel: 'PHONE', party: '某资产管理公司', person: 'DEBTOR', isAnswered: true }
  const values = { caseId: kase.id, ...late, description }
  const { entryId } = await execute(logConduct, office.counsellor, values, { now: clock })
  return conductComplaint(office.counsellor, { entryId, locale }, clock)
}

describe('the letter of a complaint', () => {
  test('is in the office’s own wording once it has published one, in that language only', async () => {
    const { text } = shipped({ kind: 'COLLECTION_COMPLAINT', locale: 'zh-CN' })
    const publication = { kind: 'COLLECTION_COMPLAINT', locale: 'zh-CN', inUse: 1, version: 0, note: '本机构的标题' }
    const before = (await complaint('22时40分来电。')).letter.title
    await execute(
      publishTemplate,
      office.supervisor,
      { ...publication, ...text, title: '关于一次催收来电的投诉' },
      { now: clock },
    )
    expect([before, (await complaint('22时40分来电。')).letter.title]).toEqual(['催收行为投诉', '关于一次催收来电的投诉'])
    expect((await complaint('A call at 22:40.', 'en')).letter.title).toBe('Complaint about collection conduct')
  })

  test('names the requirement that was not kept beside the standard it is of', async () => {
    const said = async (locale: 'zh-CN' | 'en') =>
      (await complaint('22时40分来电。', locale)).letter.paragraphs.map(textOf).join('\n')
    expect(await said('zh-CN')).toContain('GB/T 45251-2025的要求不一致：未经约定，在22:00至次日8:00催收。恳请')
    expect(await said('en')).toContain('GB/T 45251-2025: collection between 22:00 and 08:00 without an agreement to it. Please')
  })

  test('quotes what the collector said, however harsh, and becomes a PDF like every other letter', async () => {
    const { letter, faults, caseNo } = await complaint('对方说“你就是老赖”，要求当晚还款。')
    expect(faults).toEqual([])
    const pdf = await letterPdf({ letter, caseNo, schedules: [] }, clock)
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
  })
})
