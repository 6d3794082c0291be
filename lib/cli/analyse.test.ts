import { expect, test } from 'vitest'
import { analyseSheet, analysisText } from './analyse'

const spec = { outcome: { column: '状态', event: '批准', nonEvent: '拒绝' }, factors: [{ column: 'proof', type: 'category' }] }
const lines = Array.from({ length: 40 }, (_, i) => [i % 4 === 0 ? '拒绝' : '批准', i % 3 === 0 ? 'no' : 'yes'].join(','))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** The six characters used here, in GB18030. */
const gb: Record<string, number[]> = {
  状: [0xd7, 0xb4],
  态: [0xcc, 0xac],
  批: [0xc5, 0xfa],
  准: [0xd7, 0xbc],
  拒: [0xbe, 0xdc],
  绝: [0xbe, 0xf8],
}
const gb18030 = (text: string) => Uint8Array.from([...text].flatMap((letter) => gb[letter] ?? [letter.charCodeAt(0)]))

test.each([
  ['UTF-8', utf8(['状态,proof', ...lines].join('\n'))],
  ['UTF-8 with a mark', utf8(`\uFEFF${['状态,proof', ...lines].join('\r\n')}`)],
  ['GB18030', gb18030(['状态,proof', ...lines].join('\n'))],
])('a sheet in %s is read', (_, bytes) => {
  expect(analyseSheet(bytes, spec).funnel).toMatchObject({ rows: 40, decided: 40, events: 30, pending: 0 })
})

test('what is wrong with a spec or a sheet is said in a sentence', () => {
  const bytes = utf8(['状态,proof', ...lines].join('\n'))
  expect(() => analyseSheet(bytes, { ...spec, factors: [{ column: 'prof', type: 'category' }] })).toThrow('no column “prof”')
  expect(() => analyseSheet(utf8('a,"b'), spec)).toThrow('quotation mark')
})

test.each([
  [{ ...spec, stratifyby: 'lender' }, 'stratifyby', 'stratifyBy'],
  [{ ...spec, factors: undefined, factor: spec.factors }, 'factor', 'factors'],
  [{ ...spec, factors: [{ column: 'proof', type: 'category', refrence: 'no' }] }, 'factors.0.refrence', 'reference'],
  [{ ...spec, outcome: { ...spec.outcome, nonevent: '拒绝' } }, 'outcome.nonevent', 'nonEvent'],
  [{ ...spec, model: { factors: ['proof'], includes: [] } }, 'model.includes', 'include'],
])('a misspelt key of a spec is never passed over: the nearest right one is named', (misspelt, key, near) => {
  const bytes = utf8(['状态,proof', ...lines].join('\n'))
  expect(() => analyseSheet(bytes, misspelt)).toThrow(`“${key}”, which nothing reads; the nearest right key is “${near}”`)
})

test('a person reads the funnel, each factor and every warning', () => {
  const result = analyseSheet(utf8(['状态,proof', ...lines].join('\n')), spec)
  const text = analysisText(result)
  expect(text).toContain('40 decided, 30 approved: 75.0%')
  expect(text).toContain('proof')
  for (const { sentence } of result.warnings) expect(text).toContain(sentence)
})

test('of two columns with one name neither is taken for the other', () => {
  expect(() => analyseSheet(utf8(['状态,proof,proof', ...lines.map((line) => `${line},yes`)].join('\n')), spec)).toThrow(/proof/)
})
