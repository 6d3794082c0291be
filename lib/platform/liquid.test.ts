import { describe, expect, test, vi } from 'vitest'
import { compileTemplate, type TemplateValue, templateLimits, textOf } from './liquid'

const known = new Set(['client_name', 'owed', 'attachments', 'is_late'])

const segments = (source: string, values: Record<string, TemplateValue>) => {
  const compiled = compileTemplate(source, known)
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  const rendered = compiled.template.render({ client_name: null, owed: null, attachments: [], is_late: false, ...values })
  if ('fault' in rendered) throw new Error(rendered.fault.code)
  return rendered.segments
}

const faults = (source: string) => {
  const compiled = compileTemplate(source, known)
  return 'faults' in compiled ? compiled.faults : []
}

const stopped = (source: string, values: Record<string, TemplateValue> = {}) => {
  const compiled = compileTemplate(source, known)
  if ('faults' in compiled) return compiled.faults[0]?.code
  const rendered = compiled.template.render({ client_name: 'x', owed: 'x', attachments: [], is_late: true, ...values })
  return 'fault' in rendered ? rendered.fault.code : textOf(rendered.segments).slice(0, 100)
}

test('what came from a variable is told apart from the words around it', () => {
  expect(segments('本人{{ client_name }}，尚欠 {{ owed }}。', { client_name: '陈伟明', owed: '¥93,750.00' })).toEqual([
    { text: '本人' },
    { text: '陈伟明', variable: 'client_name' },
    { text: '，尚欠 ' },
    { text: '¥93,750.00', variable: 'owed' },
    { text: '。' },
  ])
})

test('an empty variable leaves an empty stretch that a check can find', () => {
  expect(segments('{{ client_name }}！', {})).toEqual([{ text: '', variable: 'client_name' }, { text: '！' }])
})

test('items of a list carry the name of the list', () => {
  const source = '{% for item in attachments %}{{ item }}{% unless forloop.last %}、{% endunless %}{% endfor %}'
  expect(segments(source, { attachments: ['失业证明', '银行流水'] })).toEqual([
    { text: '失业证明', variable: 'attachments' },
    { text: '、' },
    { text: '银行流水', variable: 'attachments' },
  ])
})

test('numbering in a loop is the template’s own', () => {
  expect(segments('{% for item in attachments %}{{ forloop.index }}{{ item }}{% endfor %}', { attachments: ['流水'] })).toEqual([
    { text: '1' },
    { text: '流水', variable: 'attachments' },
  ])
})

test('a condition leaves words out', () => {
  expect(textOf(segments('{% if is_late %}已逾期{% else %}未逾期{% endif %}', { is_late: true }))).toBe('已逾期')
})

test('a value is text and never template, whatever it looks like', () => {
  const name = '{{ owed }}{% include "x" %}<b>\ufdd00\ufdd1x\ufdd2'
  expect(segments('{{ client_name }}', { client_name: name })).toEqual([
    { text: '{{ owed }}{% include "x" %}<b>0x', variable: 'client_name' },
  ])
})

test('every unknown variable is named with its line and column', () => {
  expect(faults('您好\n{{ client_nam }}，{% if is_lat %}x{% endif %}{{ owed.constructor }}')).toEqual([
    { code: 'unknown_variable', line: 2, column: 4, name: 'client_nam' },
    { code: 'unknown_variable', line: 2, column: 24, name: 'is_lat' },
    { code: 'unknown_variable', line: 2, column: expect.any(Number), name: 'owed.constructor' },
  ])
})

test.each([
  ['a\n {% if %}x{% endif %}', { code: 'syntax', line: 2 }],
  ['{{ owed', { code: 'syntax', line: 1 }],
  ['{% if owed %}', { code: 'syntax', line: 1 }],
  ["{{ 'x' | constructor }}", { code: 'unknown_filter', line: 1, name: 'constructor' }],
  ['{{ owed | times: 2 }}', { code: 'unknown_filter', line: 1, name: 'times' }],
])('%j is reported', (source, fault) => {
  expect(faults(source)[0]).toMatchObject(fault)
})

describe('a hostile template', () => {
  test.each(['include', 'render', 'layout', 'block', 'raw', 'assign', 'capture', 'echo', 'liquid', 'tablerow'])(
    'cannot use %s',
    (tag) => {
      expect(stopped(`{% ${tag} 'package.json' %}`)).toBe('unknown_tag')
    },
  )

  test.each([
    '{{ client_name.__proto__ }}',
    '{{ client_name.constructor.constructor }}',
    "{{ client_name['constructor'] }}",
    '{{ attachments.constructor }}',
    '{{ constructor }}',
    '{{ __proto__ }}',
    '{{ this }}',
    '{{ globalThis.process }}',
  ])('cannot reach prototypes or the machine: %s', (source) => {
    expect(stopped(source)).toBe('unknown_variable')
  })

  test('cannot reach a prototype through a computed name', () => {
    expect(stopped('{{ attachments[client_name] }}', { client_name: 'constructor' })).toBe('unknown_variable')
  })

  test.each([
    '{% for i in (1..10000000) %}{% endfor %}',
    '{% for i in (1..3000) %}{% for j in (1..3000) %}{% endfor %}{% endfor %}',
    '{% for a in attachments %}{% for b in attachments %}{% for c in attachments %}{% for d in attachments %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}',
  ])('is stopped: %s', (source) => {
    expect(stopped(source, { attachments: Array.from({ length: 200 }, () => 'x') })).toBe('limit')
  })

  test('is stopped by time between its parts, too', () => {
    const alwaysLate = vi.spyOn(performance, 'now')
    for (let asked = 0; asked < 4; asked++) alwaysLate.mockReturnValueOnce(asked * 1000)
    const answer = stopped('{{ client_name }}', { client_name: '李小明' })
    alwaysLate.mockRestore()
    expect(answer).toBe('limit')
  })

  test('is written at the second try where the machine was busy elsewhere at the first', () => {
    const compiled = compileTemplate('{{ client_name }}', new Set(['client_name']))
    if (!('template' in compiled)) throw new Error('does not compile')
    const busyOnce = vi.spyOn(performance, 'now').mockReturnValueOnce(0)
    const written = compiled.template.render({ client_name: '李小明' })
    busyOnce.mockRestore()
    expect(written).toEqual({ segments: [{ text: '李小明', variable: 'client_name' }] })
  })

  test('cannot make a letter of endless length', () => {
    const source = `{% for a in attachments %}{% for b in attachments %}${'长'.repeat(100)}{% endfor %}{% endfor %}`
    expect(stopped(source, { attachments: Array.from({ length: 100 }, () => 'x') })).toBe('limit')
    expect(stopped('长'.repeat(templateLimits.source + 1))).toBe('limit')
  })
})
