import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { savedAnalyses } from '@/db/schema'
import { auditTrail, clock, type Office, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { analyse } from '@/lib/analysis/analyse'
import { nullCase, nullSpec, office as simulated } from '@/lib/analysis/simulated-office'
import { readSpec } from '@/lib/analysis/spec'
import { execute } from '@/lib/core/command'
import { sha256 } from '@/lib/platform/hash'
import { removeAnalysis, saveAnalysis } from './saved.commands'
import { getAnalysis, listAnalyses } from './saved.queries'

const rows = simulated(120, 3, nullCase)
const header = Object.keys(rows[0] ?? {})
const csv = [header.join(), ...rows.map((row) => header.map((name) => row[name] ?? '').join())].join('\n')
const order = {
  name: '去年的案件',
  fileName: '去年.csv',
  content: Buffer.from(csv).toString('base64'),
  spec: nullSpec,
}

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
const save = (values: object = order) => execute(saveAnalysis, office.counsellor, values, { now: clock })
const kept = () => office.within((tx) => tx.select().from(savedAnalyses))

describe('the analysis of a spreadsheet that is saved', () => {
  test('is kept with its question, its answer and the fingerprint of the file, and without its rows', async () => {
    const { analysisId } = await save()
    const read = readSpec(nullSpec)
    if ('fault' in read) throw new Error(read.fault.code)
    const answer = analyse(rows, read.spec)
    if ('fault' in answer) throw new Error(answer.fault.code)
    const opened = await getAnalysis(office.colleague, { analysisId })
    expect(opened).toMatchObject({
      ...{ name: '去年的案件', fileName: '去年.csv', rows: 120, spec: nullSpec },
      fileHash: sha256(csv),
    })
    expect(opened.result).toEqual(answer.result)
    expect(opened).toMatchObject({ by: office.counsellor.name, at: clock.toISOString() })
    const [row] = await kept()
    expect(JSON.stringify(row)).not.toContain(rows[0]?.['income'])
    expect((await auditTrail(office)).map(({ type, ...event }) => [type, event])).toContainEqual([
      'analysis.saved',
      { analysisId, rows: 120, hash: sha256(csv) },
    ])
  })

  test('is listed in its office, newest first, and nowhere else', async () => {
    const { analysisId } = await execute(
      saveAnalysis,
      office.analyst,
      { ...order, name: '后来的' },
      { now: new Date('2026-11-22T02:00:00Z') },
    )
    const { analyses } = await listAnalyses(office.auditor)
    expect(analyses.map(({ name }) => name)).toEqual(['后来的', '去年的案件'])
    const other = await openOffice()
    expect((await listAnalyses(other.supervisor)).analyses).toEqual([])
    expect((await refusalOf(getAnalysis(other.supervisor, { analysisId }))).code).toBe('not_found')
    expect((await refusalOf(execute(removeAnalysis, other.supervisor, { analysisId }))).code).toBe('not_found')
    expect((await refusalOf(listAnalyses(office.assistant))).code).toBe('forbidden')
  })

  test('is opened by analysts only where they saved it themselves, as it tells of cells of two or three people', async () => {
    const { analysisId } = await save()
    expect((await refusalOf(getAnalysis(office.analyst, { analysisId }))).code).toBe('not_found')
    const own = await execute(saveAnalysis, office.analyst, { ...order, name: '自己的' }, { now: clock })
    expect(await getAnalysis(office.analyst, own)).toMatchObject({ name: '自己的' })
    const listed = await listAnalyses(office.analyst)
    expect(listed.isOwnOnly).toBe(true)
    expect(new Set(listed.analyses.map(({ by }) => by))).toEqual(new Set([office.analyst.name]))
    const ofTeam = await listAnalyses(office.auditor)
    expect(ofTeam.isOwnOnly).toBe(false)
    expect(ofTeam.analyses.map(({ id }) => id)).toEqual(expect.arrayContaining([analysisId, own.analysisId]))
  })

  test('is removed, which is written down', async () => {
    const { analysisId } = await save()
    expect((await refusalOf(execute(removeAnalysis, office.auditor, { analysisId }))).code).toBe('forbidden')
    await execute(removeAnalysis, office.supervisor, { analysisId }, { now: clock })
    expect(await office.within((tx) => tx.select().from(savedAnalyses).where(eq(savedAnalyses.id, analysisId)))).toEqual([])
    expect((await auditTrail(office)).at(-1)).toMatchObject({ type: 'analysis.removed', analysisId })
  })

  test('is removed by who saved it and by the supervisor, and by no other colleague', async () => {
    const { analysisId } = await save()
    for (const colleague of [office.colleague, office.analyst]) {
      expect((await refusalOf(execute(removeAnalysis, colleague, { analysisId }))).code).toBe('forbidden')
    }
    expect(await getAnalysis(office.colleague, { analysisId })).toMatchObject({ mayRemove: false })
    expect(await kept()).toContainEqual(expect.objectContaining({ id: analysisId }))
    expect((await auditTrail(office)).filter(({ type }) => type === 'analysis.removed')).not.toContainEqual(
      expect.objectContaining({ analysisId }),
    )
    expect(await getAnalysis(office.supervisor, { analysisId })).toMatchObject({ mayRemove: true })
    expect(await getAnalysis(office.auditor, { analysisId })).toMatchObject({ mayRemove: false })
    expect(await getAnalysis(office.counsellor, { analysisId })).toMatchObject({ mayRemove: true })
    await execute(removeAnalysis, office.counsellor, { analysisId }, { now: clock })
    expect(await kept()).not.toContainEqual(expect.objectContaining({ id: analysisId }))
  })

  test('is not saved where the file or the question makes no sense, nor by who may not ask', async () => {
    const before = (await kept()).length
    const why = async (values: object) => (await refusalOf(save({ ...order, ...values }))).details
    expect(await why({ content: Buffer.from('PK\u0003\u0004').toString('base64') })).toMatchObject({ why: 'unreadable' })
    expect(await why({ spec: {} })).toMatchObject({ why: 'spec', code: 'shape' })
    expect(await why({ spec: { ...nullSpec, stratifyBy: 'nobody' } })).toMatchObject({ why: 'spec', code: 'unknown_column' })
    expect((await refusalOf(execute(saveAnalysis, office.auditor, order))).code).toBe('forbidden')
    expect(await kept()).toHaveLength(before)
  })
})

test('an office keeps five hundred analyses and no more', async () => {
  const here = await openOffice()
  const facts = { name: '一份', fileName: '一份.csv', fileHash: '0'.repeat(64), rows: 40, spec: {}, result: '{}', at: clock }
  const many = Array.from({ length: 499 }, () => ({
    ...facts,
    ...{ orgId: here.organisationId, id: crypto.randomUUID(), by: here.counsellor.id },
  }))
  await here.within((tx) => tx.insert(savedAnalyses).values(many))
  const saved = () => execute(saveAnalysis, here.counsellor, order, { now: clock })
  await saved()
  expect(await refusalOf(saved())).toEqual({ code: 'rule', details: { why: 'too_many' } })
})
