import { describe, expect, test } from 'vitest'
import { templateLimits } from '@/lib/platform/liquid'
import type { LetterTemplate } from './kinds'
import { writeLetter } from './letter'
import { lintTemplate } from './lint'
import { templateFaults } from './render'
import { xiaoLi } from './sample-case'

const template = (body: string): LetterTemplate => ({ title: '关于还款的申请', salutation: '', body, signature: '' })

/** Facts as large as the product lets people record them. */
const crowded = { ...xiaoLi, attachments: Array.from({ length: 200 }, () => ' '.repeat(200)) }

/** A crowded machine only ever makes it longer: the shortest of three attempts is what the template takes. */
function attempt(body: string) {
  const first = once(body)
  return first.milliseconds < 1000
    ? first
    : { ...first, milliseconds: Math.min(once(body).milliseconds, once(body).milliseconds) }
}

/** What the template comes to, and the CPU time in milliseconds of checking, writing and checking it again. */
function once(body: string) {
  const start = process.cpuUsage()
  const findings = lintTemplate(template(body), { kind: 'NEGOTIATION', language: 'en', on: '2026-11-21' })
  const written = writeLetter({ kind: 'NEGOTIATION', template: template(body), facts: crowded, language: 'en' })
  const { user, system } = process.cpuUsage(start)
  return { findings, written, milliseconds: (user + system) / 1000 }
}

const each = (inner: string, depth = 1) =>
  `${'{% for item in attachments %}'.repeat(depth)}${inner}${'{% endfor %}'.repeat(depth)}`

describe('a template that is meant to harm ends in a refusal, within a second of the processor', () => {
  test.each([
    ['ten million rounds', '{% for i in (1..10000000) %}{% endfor %}', 'limit'],
    ['rounds within rounds', '{% for i in (1..9999) %}{% for j in (1..9999) %}{{ i }}{% endfor %}{% endfor %}', 'limit'],
    ['a list walked a dozen deep', each('x', 12), 'limit'],
    ['a letter longer than memory', each('长'.repeat(19_000), 3), 'limit'],
    ['more source than a letter has', '长'.repeat(templateLimits.source + 1), 'limit'],
    ['nine hundred conditions left open', '{% if client_name %}'.repeat(900), 'syntax'],
    ['brackets four thousand deep', `{{ ${'asks['.repeat(3900)}asks${']'.repeat(3900)} }}`, 'limit'],
    ['braces without end', '{{'.repeat(9900), 'syntax'],
    ['a file of the machine', "{% include '/etc/passwd' %}", 'unknown_tag'],
    ['another template', "{% render 'x' %}", 'unknown_tag'],
    ['a layout', "{% layout '../../package.json' %}", 'unknown_tag'],
    ['a prototype', '{{ client_name.__proto__ }}', 'unknown_variable'],
    ['the constructor of a text', "{{ client_name['constructor'] }}", 'unknown_variable'],
    ['the constructor of a list', '{{ attachments.constructor.constructor }}', 'unknown_variable'],
    ['the constructor as a filter', "{{ 'x' | constructor }}", 'unknown_filter'],
    ['the process', '{{ process.env.SECRET }}', 'unknown_variable'],
    ['a variable made up on the way', '{% assign secret = client_name %}{{ secret }}', 'unknown_tag'],
  ])('%s', (_, body, code) => {
    const { written, milliseconds } = attempt(body)
    expect('faults' in written && written.faults[0]).toMatchObject({ code, part: 'body' })
    expect(milliseconds).toBeLessThan(1000)
  })
})

describe('a template that is only clumsy is written, within a second of the processor', () => {
  test.each([
    ['blanks by the hundred thousand', `{% for item in attachments limit: 5 %}${' '.repeat(19_000)}{% endfor %}完`],
    ['a blank and a break ten thousand times', '\n '.repeat(9900)],
    ['titles of laws that never close', '《'.repeat(19_900)],
    ['a percentage that never comes', `100${' '.repeat(19_000)}`],
    ['a colon that never ends', `：${' '.repeat(19_000)}`],
    ['conditions five hundred deep', `${'{% if client_name %}'.repeat(560)}x${'{% endif %}'.repeat(560)}`],
    ['one condition of a thousand parts', `{% if ${'is_overdue or '.repeat(1200)}is_overdue %}x{% endif %}`],
    ['a filter a thousand times', `{{ client_name ${'| default: today '.repeat(1000)}}}`],
  ])('%s', (_, body) => {
    const { written, milliseconds } = attempt(body)
    expect('letter' in written).toBe(true)
    expect(milliseconds).toBeLessThan(1000)
  })
})

test('a template full of mistakes names the first fifty', () => {
  expect(templateFaults(template('{{ nobody }}'.repeat(1500)))).toHaveLength(templateLimits.faults)
})

test('what a client typed is text, never template, and cannot break a paragraph', () => {
  const typed = '{{ client_id_number }}\n\n{% include "x" %}'
  const facts = { ...xiaoLi, hardship: { types: [], since: '2026-09-01', statement: typed } }
  const written = writeLetter({ kind: 'NEGOTIATION', template: template('{{ hardship_statement }}'), facts, language: 'zh-CN' })
  expect('letter' in written && written.letter.paragraphs).toEqual([
    [{ text: '{{ client_id_number }}；{% include "x" %}。', variable: 'hardship_statement' }],
  ])
})
