import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCsv } from '@/lib/platform/csv-read'
import { answerStatistics } from './reference'

/*
 * Published data sets with the results of their papers, textbooks and R packages. Tolerances: closed forms and maximum
 * likelihood 1e-6 relative, p-values 1e-5, profile and exact limits 1e-4; counts and medians exact.
 */
const folder = new URL('./cases/', import.meta.url)
/** Sums that are 0 in exact arithmetic (calibration in the large) come out of any program as noise. */
const nearNothing = 1e-10
const caseShape = z.object({
  title: z.string(),
  data_file: z.string().nullish(),
  analyses: z.array(
    z.looseObject({ id: z.string(), type: z.string(), spec: z.unknown(), expected: z.record(z.string(), z.unknown()) }),
  ),
})

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const published = caseShape.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  const rows = published.data_file ? rowsOf(readFileSync(new URL(published.data_file, folder))) : []
  describe(published.title, () => {
    for (const analysis of published.analyses) {
      test(`${analysis.id} (${analysis.type}) gives the published figures`, () => {
        const answer = answerStatistics(analysis, rows)
        const far = Object.entries(analysis.expected).flatMap(([key, value]) => differences(key, answer?.[key], value))
        expect(far).toEqual([])
      })
    }
  })
}

test('a table may be given as counts: aspirin and heart attacks (Agresti 2002, table 2.3)', () => {
  const spec = {
    table: [
      [189, 10845],
      [104, 10933],
    ],
  }
  expect(answerStatistics({ type: 'two_by_two', spec }, [])).toMatchObject({ odds_ratio: expect.closeTo(1.832, 3) })
})

test('an analysis nobody knows is left unanswered', () => {
  expect(answerStatistics({ type: 'horoscope', spec: {} }, [])).toBeUndefined()
})

test('a column that only repeats others is answered by nothing, not by a number that is none', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    y: String((i * i) % 3 === 1 ? 1 : 0),
    a: String(i % 7),
    b: String(2 * (i % 7)),
  }))
  const terms = ['a', 'b'].map((name) => ({ name, type: 'numeric' }))
  const answer = answerStatistics({ type: 'logistic_ml', spec: { outcome: 'y', event_level: 1, terms } }, rows)
  for (const key of ['coef', 'se', 'wald_p', 'lr_p_each', 'profile_coef_lower']) {
    const values = z.array(z.number().nullable()).parse(answer?.[key])
    expect(values.map((value) => value === null)).toEqual([false, false, true])
  }
})

function rowsOf(bytes: Uint8Array): Record<string, string>[] {
  const read = readCsv(bytes)
  if ('problem' in read) throw new Error(read.problem.code)
  const { header, records } = read.file
  return records.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

/** Every leaf of the published answer that ours misses, with its path. */
function differences(path: string, got: unknown, wanted: unknown): string[] {
  if (wanted === null || typeof wanted !== 'object')
    return close(path, got, wanted) ? [] : [`${path}: ${got}, published ${wanted}`]
  const fields = new Map(Object.entries(Object(got)))
  const size =
    Array.isArray(wanted) && fields.size !== wanted.length ? [`${path}: ${fields.size} values, ${wanted.length} published`] : []
  return [...size, ...Object.entries(wanted).flatMap(([key, value]) => differences(`${path}.${key}`, fields.get(key), value))]
}

function close(path: string, got: unknown, wanted: unknown): boolean {
  if (path === 'estimator') return typeof got === 'string'
  if (typeof got !== 'number' || typeof wanted !== 'number') return got === wanted
  return Math.abs(got - wanted) <= tolerance(path) * Math.abs(wanted) + (path === 'calibration_in_the_large' ? nearNothing : 0)
}

function tolerance(path: string): number {
  if (/profile|ppl_coef|conditional|exact/.test(path)) return 1e-4
  return /(^|_|\.)p(_|\.|$)/.test(path) ? 1e-5 : 1e-6
}

test('where there are too many tables to enumerate, it is said beside the exact p that there is none', () => {
  const table = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => 180 + 40 * ((i * j) % 3)))
  const rows = table.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => ({ a: `r${i}`, b: `c${j}` }))))
  const answer = answerStatistics({ type: 'rxc', spec: { row: 'a', col: 'b' } }, rows)
  expect(answer).toMatchObject({ fisher_p: null, fisher_p_note: expect.stringContaining('asymptotic') })
  expect(answer?.['chi2_p']).toEqual(expect.any(Number))
})
