import { expect, test } from 'vitest'
import { spoken } from '@/lib/analysis/warnings'
import { exactly, roundingWith } from './rounding'
import { tellable } from './warnings'

const notes = [
  { key: 'confounded', column: 'F-05', values: { level: 'ILLNESS', crude: '1.83', adjusted: '2.67' } },
  { key: 'separation_level', column: 'F-02', values: { level: 'NOT_DUE', n: '43', events: '43' } },
  { key: 'missing_differs', column: 'F-14', values: { eventShare: '12%', otherShare: '23%' } },
  { key: 'low_epv_firth', column: null, values: { ratio: '7.3' } },
  { key: 'clusters_few', column: null, values: { cluster: 'client', clusters: '38', needed: '40' } },
] as const
const warnings = spoken(notes, 'zh-CN')
const told = (round: (count: number) => number) => tellable({ warnings, factors: [] }, { views: [], isModelTold: true, round })

test.each([
  ['0.32', '1.18', exactly, true],
  ['0.32', '1.00', exactly, false],
  ['1.00', '0.40', exactly, false],
  ['0.32', '1.04', exactly, true],
  ['0.32', '1.04', roundingWith('the key of a test'), false],
])(
  'a reversal from %s to %s is one only where the two figures as told lie on two sides of 1',
  (crude, stratified, round, isSaid) => {
    const values = { level: 'yes', by: 'F-02, F-07', crude, stratified }
    const turned = spoken([{ key: 'reversal', column: 'F-16', values }], 'zh-CN')
    expect(tellable({ warnings: turned, factors: [] }, { views: [], isModelTold: true, round })).toHaveLength(isSaid ? 1 : 0)
  },
)

test('inside the team warnings say what they say', () => {
  expect(told(exactly)).toEqual(warnings)
})

test('outside it their figures are as rough as those of the tables, in the sentence too', () => {
  const [moved, sided, gap, few, ...more] = told(roundingWith('the key of a test'))
  expect(moved).toMatchObject({ values: { crude: '1.8', adjusted: '2.7' }, sentence: expect.not.stringContaining('1.83') })
  expect([Number(sided?.values['n']) % 5, Number(sided?.values['events']) % 5]).toEqual([0, 0])
  expect(sided?.values['n']).toBe(sided?.values['events'])
  expect(gap?.values).toMatchObject({ eventShare: '10%', otherShare: '25%' })
  expect(few?.values['ratio']).toBe('7')
  expect(more).toEqual([])
})

const gaps = spoken(
  [
    {
      key: 'confounded_rows',
      column: 'F-05',
      values: { level: 'ILLNESS', crude: '1.83', adjusted: '2.67', rows: '281', n: '307' },
    },
    {
      key: 'moved_by_gaps',
      column: 'F-05',
      values: { level: 'ILLNESS', crude: '0.48', kept: '1.02', adjusted: '1.03', rows: '281', n: '307' },
    },
    {
      key: 'moved_by_both',
      column: 'F-06',
      values: { level: 'yes', crude: '0.48', kept: '0.81', adjusted: '1.13', rows: '281', n: '307' },
    },
    {
      key: 'reversal_model_rows',
      column: 'F-07',
      values: { level: 'yes', by: 'F-02, F-03', crude: '0.48', stratified: '1.63', rows: '281', n: '307' },
    },
  ],
  'zh-CN',
)

test('how many rows a model leaves out is rounded outside the team, and not told where a hidden gap could be worked out of it', () => {
  const rounded = { warnings: gaps, factors: [] }
  const round = roundingWith('the key of a test')
  const [moved, gap] = tellable(rounded, { views: [], isModelTold: true, round })
  expect([moved, gap].flatMap((one) => [one?.values['rows'], one?.values['n']]).map((word) => Number(word) % 5)).toEqual([
    0, 0, 0, 0,
  ])
  expect(gap?.values).toMatchObject({ crude: '0.48', kept: '1', adjusted: '1' })
  const hidden = tellable(rounded, { views: [], isModelTold: false, round })
  expect(hidden.map(({ values }) => values['key'])).toEqual(['confounded', 'reversal_model'])
  expect(JSON.stringify(hidden)).not.toMatch(/281|280|285|307|305|310/)
})
