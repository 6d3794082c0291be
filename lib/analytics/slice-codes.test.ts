import { expect, test } from 'vitest'
import { shownFactors } from './levels'
import { gap, none, shortMarks, wordMarks } from './marks'
import { patternsFrom, specForPatterns, tallyIn } from './patterns'
import { type Lot, sliceReader } from './slice-codes'

/** A line with these marks, and nothing known otherwise. */
const line = (known: Record<string, string>) =>
  [shortMarks.map(([column]) => known[column] ?? none).join(''), ...wordMarks.map(([column]) => known[column] ?? '')].join(gap)

const lot = (approval: string, lines: readonly string[], more: Partial<Lot> = {}): Lot => ({
  ...{ approval, stratum: 'A · B', isImported: false, isFirst: true, n: lines.length, marks: lines.join('\n') },
  ...more,
})

test('every shown factor has its place in a line, and a character of its own for each of its bands', () => {
  expect(shortMarks.length + wordMarks.length).toBe(Object.keys(shownFactors).length)
  for (const [, shown] of shortMarks) if (shown.kind === 'bands') expect(shown.limits.length).toBeLessThan(10)
})

test('a line says the levels of a version: bands, flags and words, and what is not known', async () => {
  const read = sliceReader('office')
  const slice = read([
    lot('approved', [line({ 'F-03': '2', 'F-14': 'y', 'F-05': 'ILLNESS' }), line({ 'F-14': 'n' })]),
    lot('refused', [line({ 'F-03': '0' })], { isImported: true, isFirst: false }),
    lot('withdrawn', [line({ 'F-03': '1' })]),
    // Imported and the first of its client, but not decided: it counts nowhere.
    lot('withdrawn', [line({ 'F-03': '2' })], { isImported: true }),
  ])
  const patterns = await patternsFrom([slice])
  expect(tallyIn(patterns, 'F-03')).toEqual(
    new Map([
      ['<0', { n: 1, events: 0, imported: 1 }],
      ['30..90', { n: 1, events: 1, imported: 0 }],
      [null, { n: 1, events: 1, imported: 0 }],
    ]),
  )
  expect([...tallyIn(patterns, 'F-14').keys()]).toEqual([null, 'no', 'yes'])
  expect([...tallyIn(patterns, 'F-05').keys()]).toEqual([null, 'ILLNESS'])
  // Who is not the first of their client counts, but asks no question.
  expect(specForPatterns(patterns).factors.find(({ column }) => column === 'F-03')?.levels).toEqual(['30..90'])
})

test('slices share their words, whichever names them first, and levels stand in one order', async () => {
  const [early, late] = [
    lot('approved', [line({ 'F-05': 'ILLNESS' })], { stratum: 'Z' }),
    lot('refused', [line({ 'F-05': 'DIVORCE' })]),
  ]
  const joined = (order: readonly Lot[]) => {
    const read = sliceReader('office')
    return patternsFrom(order.map((one) => read([one])))
  }
  const [there, back] = [await joined([early, late]), await joined([late, early])]
  expect(there.columns['F-05']?.levels).toEqual(['DIVORCE', 'ILLNESS'])
  expect(back.columns['F-05']?.levels).toEqual(['DIVORCE', 'ILLNESS'])
  expect([...(there.columns['stratum']?.codes ?? [])]).toEqual([2, 1])
  expect([...(back.columns['stratum']?.codes ?? [])]).toEqual([1, 2])
  expect(there.columns['F-14']?.levels).toEqual([])
})

test('a fingerprint is of the versions and their office, in whatever order the database tells them', () => {
  const [one, other] = [line({ 'F-14': 'y' }), line({ 'F-14': 'n' })]
  const hash = (lots: readonly Lot[], office = 'office') => sliceReader(office)(lots).hash
  const known = hash([lot('approved', [one, other]), lot('refused', [one])])
  expect(hash([lot('refused', [one]), lot('approved', [other, one])])).toBe(known)
  expect(hash([lot('refused', [one]), lot('approved', [one, one])])).not.toBe(known)
  expect(hash([lot('approved', [one, other]), lot('refused', [one])], 'another')).not.toBe(known)
})
