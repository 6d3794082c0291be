import { expect, test } from 'vitest'
import type { ReliefLine } from '@/db/schema/proposals'
import { locales, reliefTypes } from '@/db/vocabulary'
import { askedText } from './asked-text'

const reliefs: ReliefLine[] = [
  { type: 'TERM_EXTENSION', toPeriods: 12 },
  { type: 'WAIVE_PENALTY_PRINCIPAL', percent: '50' },
  { type: 'LUMP_SUM', amount: '12000', on: '2026-12-31' },
]

test('what was asked is told with its terms, in both languages', () => {
  expect(askedText('zh-CN')([{ reliefs }])).toEqual([
    '延长期限 到 12 期',
    '减免本金罚息 50%',
    '一次性结清 ¥12,000.00，2026年12月31日',
  ])
  expect(askedText('en')([{ reliefs }])).toEqual([
    'Longer term to 12 instalments',
    'Waiver of penalty on principal 50%',
    'Lump-sum settlement ¥12,000.00 on 31 December 2026',
  ])
})

test('what several loan notes ask alike is told once', () => {
  expect(askedText('en')([{ reliefs: reliefs.slice(0, 1) }, { reliefs: reliefs.slice(0, 2) }])).toHaveLength(2)
})

test.each(locales)('every relief has words of its own in %s', (locale) => {
  const texts = reliefTypes.map((type) => askedText(locale)([{ reliefs: [{ type }] }]).join(''))
  expect(new Set(texts.filter((text) => text !== '')).size).toBe(reliefTypes.length)
})
