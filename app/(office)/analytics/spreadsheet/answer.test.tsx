import { readFileSync } from 'node:fs'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import type { SheetRow } from '@/lib/analysis/sheet'
import type { AnalysisSpec } from '@/lib/analysis/spec'
import { readUpload } from '@/lib/analysis/upload'
import { messages } from '@/lib/i18n/catalogue'
import { Answer } from './answer'

function shown(rows: readonly SheetRow[], spec: AnalysisSpec) {
  const answered = analyse(rows, spec, 'en')
  const answer = 'fault' in answered ? { sentence: answered.fault.code } : answered
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={messages.en}>
      <Answer answer={answer} />
    </NextIntlClientProvider>,
  )
  return html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, '\n')
}

const outcome = { column: 'admit', event: 'Admitted', nonEvent: 'Rejected' }

test('where strata disagree the page shows each of them, and no difference that leaves them out (Bickel 1975)', async () => {
  const read = await readUpload(readFileSync('lib/statistics/cases/ucb_admissions.csv'))
  const rows = 'rows' in read ? read.rows : []
  const text = shown(rows, {
    outcome,
    factors: [{ column: 'gender', type: 'category', reference: 'Female' }],
    stratifyBy: 'dept',
  })
  expect(text).toContain(messages.en.analytics.withheld)
  // Of men against women in department A: 512·19 / (313·89) = 0.35; in all of them 0.1415 more of the men were admitted.
  expect(text).toMatch(/A: 0\.35 \(0\.21–0\.58\)/)
  expect(text).not.toContain('+14.2')
})

test('every answer says what no table can tell', () => {
  const text = shown([{ admit: 'Admitted', x: 'a' }], { outcome, factors: [{ column: 'x', type: 'category' }] })
  for (const limit of Object.values(messages.en.analytics.limits)) expect(text).toContain(limit)
})

test('a column of days is answered with the middle of all that was sent, not of what was answered', () => {
  const row = (admit: string, days: number) => ({ admit, days: String(days), x: 'a' })
  const spec: AnalysisSpec = { outcome, factors: [{ column: 'x', type: 'category' }], time: { column: 'days' } }
  const answered = [
    ...Array.from({ length: 4 }, () => row('Admitted', 3)),
    ...Array.from({ length: 2 }, () => row('Rejected', 8)),
  ]
  const waiting = Array.from({ length: 4 }, () => row('waiting', 20))
  // 6/10 still wait after day 3, 4/10 after day 8.
  expect(shown([...answered, ...waiting], spec)).toContain('Half were answered within 8 days')
  expect(shown([...answered, ...waiting, ...waiting], spec)).toContain('Not half have an answer yet')
})

test('rows without an outcome are named, so that the counts add up', () => {
  const rows = ['Admitted', 'Rejected', 'waiting', '', ''].map((admit) => ({ admit, x: 'a' }))
  const text = shown(rows, { outcome, factors: [{ column: 'x', type: 'category' }] })
  expect(text).toContain('5 rows, 2 decided, 1 approved; 1 pending, not counted.')
  expect(text).toContain('2 rows have no outcome; not counted.')
})

test('the method line names what was adjusted for, the kinds of intervals and the tests', async () => {
  const read = await readUpload(readFileSync('lib/statistics/cases/ucb_admissions.csv'))
  const text = shown('rows' in read ? read.rows : [], {
    outcome,
    factors: [
      { column: 'gender', type: 'category' },
      { column: 'dept', type: 'category' },
    ],
  })
  const words = messages.en.spreadsheet
  for (const said of [words.model.ml, 'Adjusted for gender, dept', 'Woolf', words.rates, words.test.fisher, words.test.chi2])
    expect(text).toContain(said)
})

test('how well the model tells comes with DeLong’s interval, both figures of calibration and the tenths of its predictions', async () => {
  const read = await readUpload(readFileSync('lib/statistics/cases/ucb_admissions.csv'))
  const text = shown('rows' in read ? read.rows : [], { outcome, factors: [{ column: 'dept', type: 'category' }] })
  expect(text).toMatch(/AUC 0\.\d\d \(DeLong 0\.\d\d–0\.\d\d\).*calibration intercept -?\d\.\d\d \(0 is right\), slope \d\.\d\d/)
  expect(text).toContain(messages.en.analytics.deciles.title)
  expect(text).toContain(messages.en.analytics.deciles.observed)
})
