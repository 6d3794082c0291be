import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import type { Finding } from '@/lib/analytics/findings'
import { decidedOffice, seen } from '@/lib/analytics/simulated-view'
import { messages } from '@/lib/i18n/catalogue'
import { forestBlock } from './forest-block'
import { tableOf } from './table-of'

vi.mock('next-intl/server', () => ({
  getLocale: async () => 'en',
  getTranslations: async (namespace: 'analytics') => createTranslator({ locale: 'en', messages: messages.en, namespace }),
}))
const { speakersHere } = await import('../level-name')

const versions = decidedOffice([
  { stratum: '甲 · 贷', values: { 'F-14': true }, approved: 60, refused: 20 },
  { stratum: '甲 · 贷', values: { 'F-14': false }, approved: 20, refused: 60 },
  { stratum: '乙 · 贷', values: { 'F-14': true }, approved: 20, refused: 60 },
  { stratum: '乙 · 贷', values: { 'F-14': false }, approved: 55, refused: 25 },
])
const view = seen(versions, 10)
const words = messages.en.analytics

test.each([
  ['varies', words.verdict.varies],
  ['cannot_tell', `${words.verdict.cannot_tell} · ${words.withheld}`],
] as const)('where strata disagree a table says %s as a report does', async (verdict, sentence) => {
  const findings = view.findings.map((one): Finding => ({ ...one, verdict, level: null }))
  const { columns, rows } = await tableOf({ ...view, findings })
  const told = rows.filter((row) => row[0] === 'F-14' && row.length === columns.length)
  expect(told.map((row) => row.at(-1))).toEqual([sentence])
  const paper = forestBlock(findings, { drawn: 'adjusted', speakers: await speakersHere(), note: '' })
  expect(JSON.stringify(paper)).toContain(words.verdict[verdict])
})

test('what was not recorded is a row of its own, in fives like the others, and hidden where it is of a few', async () => {
  const given = { values: { 'F-14': true, 'F-22': true }, approved: 60, refused: 20 }
  const gaps = decidedOffice([
    given,
    { values: { 'F-14': false, 'F-22': false }, approved: 22, refused: 61 },
    { values: { 'F-22': true }, approved: 13, refused: 24 },
    { values: { 'F-14': true }, approved: 2, refused: 4 },
  ])
  const rows = (await tableOf(seen(gaps, 10))).rows.filter((row) => row[2] === words.missing)
  const [told] = rows.filter((row) => row[0] === 'F-14')
  expect([Number(told?.[3]) % 5, Number(told?.[5]) % 5]).toEqual([0, 0])
  expect(Math.abs(Number(told?.[3]) - 37)).toBeLessThan(9)
  expect(rows.find((row) => row[0] === 'F-22')?.slice(3)).toEqual([words.hidden])
  expect((await tableOf(seen(decidedOffice([given]), 10))).rows.filter((row) => row[0] === 'F-14')).toHaveLength(1)
})

test('every column of the table has a title of its own, each limit that of its figure', async () => {
  const titles = (await tableOf(view)).columns.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles).toContain(`${words.exportColumn.adjusted}, lower limit`)
})
