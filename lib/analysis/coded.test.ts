import { expect, test } from 'vitest'
import { analyse, answerTo } from './analyse'
import type { CodedColumn } from './coded'
import type { SheetRow } from './sheet'
import { levelsIn, textColumn } from './sheet'
import { decided, office, pick, yes } from './simulated-office'
import { readSpec } from './spec'

const rows = office(900, 77, (roll): SheetRow => {
  const [lender, proof] = [pick(roll, ['A', 'B', 'C']), yes(roll, 0.4)]
  const band = roll() < 0.1 ? '' : pick(roll, ['none', '1-30', '31+'])
  const status = roll() < 0.08 ? 'waiting' : decided(roll, (proof === 'yes' ? 0.7 : 0) - (lender === 'C' ? 0.6 : 0))
  return { lender, proof, band, status: roll() < 0.03 ? null : status }
})

const read = readSpec({
  outcome: { column: 'status', event: 'approved', nonEvent: 'rejected' },
  factors: [
    { column: 'proof', type: 'category', reference: 'no' },
    { column: 'band', type: 'ordered', levels: ['none', '1-30', '31+'] },
  ],
  stratifyBy: 'lender',
  model: { factors: ['proof', 'band'], include: ['lender'] },
})

/** Equal rows as one, with how many they are; a column as codes, 0 for none. */
function grouped() {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1)
  const patterns = [...counts.keys()].map((text): SheetRow => JSON.parse(text))
  const columns = ['lender', 'proof', 'band', 'status'].map((name): [string, CodedColumn] => {
    const texts = textColumn(patterns, name)
    const levels = levelsIn(texts)
    return [name, { levels, codes: Uint16Array.from(texts, (text) => (text === null ? 0 : levels.indexOf(text) + 1)) }]
  })
  return { columns: Object.fromEntries(columns), counts: Float64Array.from(counts.values()) }
}

test('patterns as codes say what the rows say', () => {
  if ('fault' in read) throw new Error(read.fault.code)
  const sheet = grouped()
  expect(sheet.counts.length).toBeLessThan(rows.length / 5)
  const answer = answerTo({ coded: sheet, spec: read.spec, locale: 'en' })
  const plain = analyse(rows, read.spec, 'en')
  if (!('result' in answer && 'result' in plain)) throw new Error('no result')
  expect(answer.result).toEqual(plain.result)
})
