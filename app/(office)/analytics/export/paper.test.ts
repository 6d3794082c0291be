import { spawnSync } from 'node:child_process'
import { createTranslator } from 'next-intl'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Locale, locales } from '@/db/vocabulary'
import { rules } from '@/lib/analysis/rules'
import { analyticsFilter } from '@/lib/analytics/filter'
import { decidedOffice, seen } from '@/lib/analytics/simulated-view'
import { messages } from '@/lib/i18n/catalogue'
import type { Paper, PaperBlock } from '@/lib/platform/paper'
import { pdfOf } from '@/lib/platform/pdf'
import { wilson } from '@/lib/statistics/proportions'
import { odds, oddsRange, percent, range } from '../in-figures'
import { notes } from './notes'
import { paperOf } from './paper'
import { sheetsOf } from './sheets'
import { tableOf } from './table-of'

let locale: Locale = 'zh-CN'
vi.mock('next-intl/server', () => ({
  getLocale: async () => locale,
  getTranslations: async (namespace: 'analytics') => createTranslator({ locale, messages: messages[locale], namespace }),
}))

const versions = decidedOffice([
  { stratum: '甲 · 贷', values: { 'F-14': true, 'F-05': 'ILLNESS', 'F-22': true }, approved: 60, refused: 13 },
  { stratum: '甲 · 贷', values: { 'F-14': false, 'F-05': 'ILLNESS', 'F-22': false }, approved: 30, refused: 29 },
  { stratum: '乙 · 贷', values: { 'F-14': true, 'F-05': 'JOB_LOSS', 'F-22': true }, approved: 44, refused: 21 },
  { stratum: '乙 · 贷', values: { 'F-14': false, 'F-05': 'DIVORCE' }, approved: 7, refused: 17 },
  { stratum: '乙 · 贷', values: { 'F-14': false, 'F-05': 'DISASTER_ACCIDENT' }, approved: 23, refused: 31 },
])
const view = {
  ...{ ...seen(versions, 10), data: { rows: ['aa', 'bb'], hash: 'c0ffee'.repeat(10) } },
  ...{
    asked: analyticsFilter.parse({ hardship: null, from: '2026-01-01' }),
    teams: [],
    without: 11,
    corrected: 0,
    gathering: null,
  },
}
const maker = { name: '钱督导', organisationName: '阳光债务咨询', timeZone: 'Asia/Shanghai' }
const made = new Date('2026-11-22T02:30:00Z')
const paper = () => paperOf(view, { made, maker, creditors: [] })

const sameAs = { key: 'same_as', column: 'F-14', other: 'F-22' }

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
const pictures = ({ blocks }: Paper) => blocks.flatMap((block) => (block.kind === 'intervals' ? [block] : []))
const rowsIn = (block: PaperBlock | undefined) => (block?.kind === 'intervals' ? block.groups.flatMap(({ rows }) => rows) : [])

describe.each(locales)('the report in %s', (language) => {
  beforeEach(() => {
    locale = language
  })

  test('of a filter that nothing fits it says so, and not that nothing was ever sent', async () => {
    const of = { ...view, ...seen([], 10) }
    const said = textsIn(
      (await paperOf({ ...of, asked: { ...of.asked, round: 'later' } }, { made, maker, creditors: [] })).blocks,
    )
    expect(said).toContain(messages[language].analytics.emptyPart)
    expect(said).not.toContain(messages[language].analytics.empty)
  })

  test('begins with how to read it and names what it is of, who made it and when', async () => {
    const { blocks, title, reference } = await paper()
    const t = messages[language].analytics
    expect(title).toBe(t.title)
    expect(blocks[0]).toEqual({ kind: 'callout', title: t.howToRead, text: t.caveat })
    const said = textsIn(blocks[1]).join(' ')
    for (const fact of ['阳光债务咨询', '2026-01-01', '2026-11-22 10:30', '钱督导', '11']) expect(said).toContain(fact)
    expect(reference).toContain('c0ffeec0ffee')
  })

  test('says every odds ratio of the view with its interval, and draws the adjusted one', async () => {
    const [forest] = pictures(await paper())
    const said = new Set(textsIn(forest))
    const contrasts = view.findings.flatMap((finding) => finding.contrasts).filter(({ crude }) => crude !== null)
    expect(contrasts.length).toBeGreaterThan(1)
    for (const { level, crude, stratified, adjusted } of contrasts)
      for (const fact of [
        ...[String(level.n), percent(level.rate), range(level.wilson)],
        ...[crude, stratified, adjusted].flatMap((ratio) => (ratio === null ? [] : [odds(ratio.estimate), oddsRange(ratio)])),
      ])
        expect(said).toContain(fact)
    const places = rowsIn(forest).flatMap(({ picture }) => (picture === null ? [] : [picture]))
    expect(places.length).toBe(contrasts.filter(({ adjusted }) => adjusted !== null).length)
    expect(places.length).toBeGreaterThan(1)
    for (const { low, at, high } of places) expect([0, low, at, high, 1]).toEqual([0, low, at, high, 1].toSorted((a, b) => a - b))
  })

  test('says counts, rate and interval of every group that may be told, and of the others only that they are few', async () => {
    const [, rates] = pictures(await paper())
    const rows = rowsIn(rates)
    const told = view.factors
      .filter(({ levels, missing }) => levels.length + (missing === null ? 0 : 1) > 1)
      .flatMap(({ levels, missing }) => (missing === null ? levels : [...levels, missing]))
    for (const level of told)
      if (!('hidden' in level))
        expect(rows.map(({ cells }) => cells.slice(1, 5).map(({ text }) => text))).toContainEqual([
          ...[String(level.n), String(level.events), percent(level.rate), range(level.wilson)],
        ])
    const few = rows.filter(({ said }) => said === messages[language].analytics.hidden)
    expect(few.length).toBe(1)
    for (const { cells, picture } of few) {
      expect(picture).toBeNull()
      expect(cells.slice(1).map(({ text }) => text)).toEqual(['—', '—', '—', '', ''])
    }
  })

  test('ends with thresholds and their reasons, the hash of the data and no list of fingerprints', async () => {
    const said = textsIn((await paper()).blocks)
    for (const reason of Object.values(messages[language].analysis.rules))
      expect(said.some((text) => text.startsWith(reason.split('{value}')[0] ?? ''))).toBe(true)
    expect(said.filter((text) => text === String(rules.falseDiscovery)).length).toBeGreaterThan(0)
    expect(said.join(' ')).toContain(view.data.hash)
    expect(said).not.toContain('aa')
  })

  test('says what the statistics have to say beside the verdicts, as a file with the figures alone does', async () => {
    const warned = { ...view, warnings: [{ code: 'collinear' as const, column: 'F-14', sentence: '', values: sameAs }] }
    const sentence = messages[language].analysis.warnings.same_as.split(/\{\w+\}/).at(-1)
    for (const said of [
      textsIn((await paperOf(warned, { made, maker, creditors: [] })).blocks),
      textsIn(await notes(warned, { made, madeBy: maker.name, creditors: [] })),
    ])
      expect(said.filter((text) => text.endsWith(sentence ?? '?'))).toHaveLength(1)
  })

  test('names its filter as a file with the figures alone does, in words', async () => {
    const creditor = '00000000-0000-4000-8000-000000000001'
    const asked = analyticsFilter.parse({ creditor, hardship: 'ILLNESS', from: '2026-01-01' })
    const creditors = [{ id: creditor, shortName: '甲', products: [] }]
    const filtered = { ...view, asked }
    const facts = (await notes(filtered, { made, madeBy: maker.name, creditors })).slice(1, 3)
    const between = messages[language].analyticsReport.between
    expect(facts.map(([, said]) => said.split(between).length)).toEqual([2, 1])
    expect(facts.flat().join(' ')).not.toMatch(/=|ILLNESS|0000/)
    expect(facts.flat().join(' ')).toMatch(/甲.*2026-01-01/)
    const { blocks } = await paperOf(filtered, { made, maker, creditors })
    expect(blocks[1]).toMatchObject({ rows: expect.arrayContaining(facts) })
  })

  test('has sheets in its workbook with names that Excel takes whole', async () => {
    const t = messages[language].analytics
    const names = (await sheetsOf(view, [])).map(({ name }) => name)
    expect(names).toEqual([t.exportName, t.notesSheet, t.notes.rowsSheet])
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })

  test('leaves no sentence unfilled', async () => {
    expect(textsIn((await paper()).blocks).filter((text) => /\{\w+\}|undefined|NaN|null|analytics\./.test(text))).toEqual([])
  })

  test('has the same figures in the text of its PDF', async ({ skip }) => {
    const set = await paper()
    const pdf = await pdfOf(set, made)
    const read = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
    if (read.error !== undefined) skip('pdftotext is not installed here')
    const text = read.stdout.replace(/\s+/g, '')
    const figures = pictures(set)
      .flatMap(({ groups }) => textsIn(groups.flatMap(({ rows }) => rows.map(({ cells }) => cells))))
      .filter((cell) => /\d/.test(cell))
    expect(figures.length).toBeGreaterThan(30)
    expect(figures.filter((figure) => !text.includes(figure.replace(/\s+/g, '')))).toEqual([])
  })

  test('says why there are no odds ratios where there are too few', async () => {
    const few = { ...view, ...seen(versions.slice(0, 20), 10), data: view.data }
    const { blocks } = await paperOf(few, { made, maker, creditors: [] })
    const { few: sentence } = messages[language].analytics
    const filled = sentence.replace('{n}', String(rules.decided)).replace('{each}', String(rules.perOutcome))
    expect(blocks).toContainEqual({ kind: 'paragraph', text: filled })
    expect(blocks.filter(({ kind }) => kind === 'intervals')).toHaveLength(1)
  })
})

test('an interval that runs beyond the scale is an arrow head at its edge, without a mark where the ratio lies there too', async () => {
  locale = 'en'
  const steep = decidedOffice([
    { values: { 'F-14': true }, approved: 90, refused: 12 },
    { values: { 'F-14': false }, approved: 30, refused: 60 },
  ])
  const { blocks } = await paperOf({ ...view, ...seen(steep, 10), data: view.data }, { made, maker, creditors: [] })
  // By hand: 90·60 / (12·30) = 15.
  expect(rowsIn(blocks.find(({ kind }) => kind === 'intervals'))[0]?.picture).toMatchObject({
    ...{ low: 1, high: 1, beyond: [false, true], mark: 'none', tone: 'up' },
  })
})

test('a table has ratios of two decimals, shares to a tenth of a percent, and of q only its range', async () => {
  locale = 'en'
  const { columns, rows } = await tableOf(view)
  expect(rows.every((row) => row.length <= columns.length)).toBe(true)
  const cells = rows.flat().filter((cell) => typeof cell === 'string')
  expect(cells.filter((cell) => /^\d+\.\d{4,}$/.test(cell))).toEqual([])
  const row = rows.find(([code, , , , , , , , , reference]) => code === 'F-14' && reference !== undefined)
  const [n, events] = [Number(row?.[3]), Number(row?.[5])]
  expect([n % 5, events % 5]).toEqual([0, 0])
  expect(Math.abs(n - 138)).toBeLessThan(9)
  expect(row?.slice(6, 9)).toEqual([events / n, ...wilson(events, n)].map((share) => share.toFixed(3)))
  expect(row?.at(-2)).toMatch(/^[≤>] 0\.\d+$/)
})
