import { beforeAll, describe, expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { aCase, aClient, clock, type Office, openOffice } from '@/db/testing/factories'
import { aNegotiation, aSentProposal } from '@/db/testing/negotiation'
import { accessOf, refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { recordDecision } from '@/lib/decisions/record.commands'
import { download } from './download'
import type { ExportKind } from './kinds'

let office: Office
const reliefs: ReliefLine[] = [{ type: 'TERM_EXTENSION', toPeriods: 6 }]

beforeAll(async () => {
  office = await openOffice()
  const accepted = await aNegotiation(office)
  const { versionId } = await aSentProposal(office, accepted, reliefs)
  const answer = { versionId, result: 'REJECTED', reasons: ['POLICY', 'NOT_GIVEN'], decidedOn: '2026-11-25', channel: 'PHONE' }
  await execute(recordDecision, office.counsellor, answer, { now: new Date('2026-11-25T02:00:00Z') })
  await aCase(office, { client: await aClient(office, { name: '=HYPERLINK("x")', maskedName: '=H**' }) })
})

async function bytesOf(
  actor: Office['counsellor'],
  kind: ExportKind,
  format: 'csv' | 'xlsx' = 'csv',
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  const { chunks } = await download(actor, { kind, format, locale }, clock)
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
const linesOf = (bytes: Buffer) =>
  bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

describe('exports', () => {
  test('open in Excel: byte order mark, CRLF, and a name that would be a formula is only text', async () => {
    const bytes = await bytesOf(office.supervisor, 'cases')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString('utf8')).toContain("'=H**")
    expect(linesOf(bytes)).toHaveLength(3)
  })

  test('speak the reader’s language', async () => {
    expect(linesOf(await bytesOf(office.supervisor, 'cases'))[0]).toContain('案号,客户,')
    expect(linesOf(await bytesOf(office.supervisor, 'cases', 'csv', 'en'))[0]).toContain('Case,Client,')
  })

  test('never hold a client’s full name', async () => {
    for (const kind of ['cases', 'proposals', 'outcomes'] as const) {
      expect((await bytesOf(office.supervisor, kind)).toString('utf8')).not.toContain('李小明')
    }
  })

  test('SS-04 an answer is exported with its reasons in words and the days it took', async () => {
    const [, line] = linesOf(await bytesOf(office.supervisor, 'outcomes'))
    expect(line).toContain('拒绝')
    expect(line).toContain('产品政策不支持、未说明理由')
    expect(line).toContain(',2026-11-21,2026-11-25,4,')
  })

  test('money keeps its two places and adds nothing', async () => {
    const [, line] = linesOf(await bytesOf(office.supervisor, 'proposals'))
    expect(line).toContain('2084.83,12509.01,0.00')
  })

  test('a counsellor exports the cases they see, and no others', async () => {
    expect(linesOf(await bytesOf(office.colleague, 'cases'))).toHaveLength(1)
  })

  test('of chosen cases hold those alone, and of a colleague’s cases none', async () => {
    const [mine, theirs] = [await aCase(office), await aCase(office, { ownerId: office.colleague.id })]
    const linesFor = async (actor: Office['counsellor'], serials: number[]) => {
      const { chunks } = await download(actor, { kind: 'cases', format: 'csv', locale: 'zh-CN', serials }, clock)
      const parts: Uint8Array[] = []
      for await (const chunk of chunks) parts.push(chunk)
      return linesOf(Buffer.concat(parts)).slice(1)
    }
    const both = [mine.serial, theirs.serial]
    expect((await linesFor(office.supervisor, both)).map((line) => line.split(',')[0])).toEqual([mine.number, theirs.number])
    expect((await linesFor(office.counsellor, both)).map((line) => line.split(',')[0])).toEqual([mine.number])
  })

  test('another office exports nothing of this one', async () => {
    const other = await openOffice()
    expect(linesOf(await bytesOf(other.supervisor, 'cases'))).toHaveLength(1)
  })

  test('who may not export is refused before a byte is sent, and every export is logged', async () => {
    const order = { kind: 'cases', format: 'csv', locale: 'en' } as const
    for (const nobody of [office.auditor, office.analyst]) {
      expect((await refusalOf(download(nobody, order, clock))).code).toBe('forbidden')
    }
    expect(await accessOf(office)).toContainEqual(expect.objectContaining({ kind: 'export', what: 'export.cases' }))
  })

  test('what was granted is exported in words, in the reader’s language', async () => {
    const { versionId } = await aSentProposal(office, await aNegotiation(office), reliefs)
    const answer = { versionId, result: 'ACCEPTED', decidedOn: '2026-11-25', channel: 'PHONE' }
    await execute(recordDecision, office.counsellor, answer, { now: new Date('2026-11-25T02:00:00Z') })
    const endings = async (locale: 'zh-CN' | 'en') =>
      linesOf(await bytesOf(office.supervisor, 'outcomes', 'csv', locale)).map((line) => line.split(',').at(-1))
    expect(await endings('zh-CN')).toContain('延长期限 1.00')
    expect(await endings('en')).toContain('Longer term 1.00')
  })

  test('the workbook is a real one with a page of notes', async () => {
    const bytes = await bytesOf(office.supervisor, 'cases', 'xlsx')
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  })
})
