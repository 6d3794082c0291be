import { expect, test } from 'vitest'
import { lintTemplate } from '@/lib/letters/lint'
import { marksOf } from './marks'

const marked = (body: string) =>
  marksOf(
    body,
    'body',
    lintTemplate(
      { title: '', salutation: '', body, signature: '' },
      { kind: 'NEGOTIATION', language: 'zh-CN', on: '2026-11-21' },
    ),
  ).map(({ from, to, finding }) => `${finding.code}: ${body.slice(from, to)}`)

test('an unknown variable is marked where it stands, on its line', () => {
  expect(marked('您好\n{{ client_nmae }}，\n{% if owd %}x{% endif %}')).toEqual([
    'unknown_variable: client_nmae',
    'unknown_variable: owd',
  ])
})

test('a promise is marked each time it is made', () => {
  expect(marked('我们保证办成，必过，保证。')).toEqual(['promise: 保证', 'promise: 必过', 'promise: 保证'])
})

test('a law that does not hold for every product, and a gap, are marked at their variables', () => {
  expect(marked('依据{{ cite_card_70 }}。来源{{ lump_source }}')).toEqual([
    'wrong_product: cite_card_70',
    'empty_value: lump_source',
  ])
})

test('a finding of another part has no place in this one', () => {
  expect(marksOf('必过', 'body', [{ code: 'promise', word: '必过', part: 'title' }])).toEqual([])
})

test('a fault at the very end still marks a character', () => {
  expect(marksOf('ab', 'body', [{ code: 'syntax', word: '', part: 'body', line: 1, column: 9 }])).toMatchObject([
    { from: 1, to: 2 },
  ])
})
