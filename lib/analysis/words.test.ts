import { expect, test } from 'vitest'
import { analysis } from '@/lib/i18n/messages/analysis'
import { rules } from './rules'
import { readSpec, type SpecFault } from './spec'
import { readStudy } from './study'
import { faultSentence, spoken } from './warnings'

const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('every threshold has its reason on the method page, in both languages', () => {
  expect(Object.keys(analysis.zh.rules).sort()).toEqual(Object.keys(rules).sort())
  expect(Object.values(analysis.en.rules).every((reason) => reason.includes('{value}'))).toBe(true)
})

test('what is confounded has moved by a share of itself, not by an amount', () => {
  expect(rules.movement).toBe(1 / 5)
  expect(analysis.zh.rules.movement).toContain('自身的五分之一')
  expect(analysis.en.rules.movement).toContain('a fifth ({value}) of itself')
})

test('both languages of a warning name the same facts', () => {
  const [zh, en] = [new Map(Object.entries(analysis.zh.warnings)), new Map(Object.entries(analysis.en.warnings))]
  for (const [key, sentence] of zh) expect(new Set(placeholders(en.get(key) ?? ''))).toEqual(new Set(placeholders(sentence)))
})

test('no sentence speaks of causes', () => {
  const all = JSON.stringify(analysis)
  expect(all).not.toMatch(/导致|造成批准|causes|raises the chance|because of this factor/)
})

test('a warning is said in the language asked for', () => {
  const note = { key: 'perfect_prediction' as const, column: '签约' }
  expect(spoken([note], 'zh-CN')[0]).toMatchObject({
    code: 'perfect_prediction',
    column: '签约',
    sentence: expect.stringContaining('“签约”'),
  })
  expect(spoken([note], 'en')[0]?.sentence).toContain('one to one')
})

const rows = [
  { status: 'approved', proof: 'yes' },
  { status: 'rejected', proof: 'no' },
]
const outcome = { column: 'status', event: 'approved', nonEvent: 'rejected' }
const proof = { column: 'proof', type: 'category' }

test.each<[string, unknown, SpecFault['code']]>([
  ['a column the sheet has not', { outcome, factors: [{ ...proof, column: 'prof' }] }, 'unknown_column'],
  [
    'an outcome value that never occurs',
    { outcome: { ...outcome, event: 'ja', nonEvent: 'nein' }, factors: [proof] },
    'unknown_level',
  ],
  ['a reference that never occurs', { outcome, factors: [{ ...proof, reference: 'maybe' }] }, 'unknown_level'],
  ['the same word for both outcomes', { outcome: { ...outcome, nonEvent: 'approved' }, factors: [proof] }, 'same_outcome'],
  ['a factor named twice', { outcome, factors: [proof, proof] }, 'repeated_factor'],
  ['the outcome as a factor', { outcome, factors: [{ ...proof, column: 'status' }] }, 'outcome_as_factor'],
  ['a model factor that is none', { outcome, factors: [proof], model: { factors: ['status'] } }, 'not_a_factor'],
])('a spec with %s is refused in a sentence', (_, given, code) => {
  const read = readSpec(given)
  const found = 'fault' in read ? read : readStudy(rows, read.spec)
  const fault = 'fault' in found ? found.fault : null
  expect(fault?.code).toBe(code)
  for (const locale of ['zh-CN', 'en'] as const) expect(fault && faultSentence(fault, locale)).not.toMatch(/[{}]/)
})

test('a spec of the wrong shape says where', () => {
  const read = readSpec({ outcome, factors: [{ column: 'proof', type: 'colour' }] })
  expect('fault' in read && faultSentence(read.fault, 'en')).toContain('factors.0.type')
})
