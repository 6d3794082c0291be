import type { z } from 'zod'
import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { fill } from './fill'
import { asMeant, formsOf, type Issue, type Union, valueAt } from './forms'

type Sentence = keyof (typeof messages)['en']['door']['field']
type Said = [Sentence, Record<string, unknown>?]

const most = 50

/** What is wrong with each field, in one language: `{'lines.0.amount': ['…']}`. Unlisted fields are named themselves. */
export function fieldErrors(input: z.ZodType, values: unknown, locale: Locale): Record<string, string[]> {
  const { error } = input.safeParse(values)
  const found = new Map<string, Set<string>>()
  const issues = (error?.issues ?? [])
    .slice(0, most)
    .flatMap((issue) => asMeant({ ...issue, input: valueAt(values, issue.path) }))
  const named = issues.flatMap((issue) => fieldsOf(issue).map((field) => ({ field, issue })))
  for (const { field, issue } of named.slice(0, most)) found.set(field, (found.get(field) ?? new Set()).add(told(issue, locale)))
  return Object.fromEntries([...found].map(([field, sentences]) => [field, [...sentences]]))
}

/** The sentence for a fault by its code, such as `taken`, or `date:3` for the third line of a field. */
export function fieldSentence(code: string, locale: Locale): string {
  const [name = '', line] = code.split(':')
  const sentence = faultOf(name, locale) ?? messages[locale].faults.other
  return line === undefined ? sentence : `${line}: ${sentence}`
}

/** What forms say of the same fault; a test holds that there is a sentence for every code of an input. */
const faultOf = (name: string, locale: Locale): string | undefined =>
  Object.entries(messages[locale].faults).find(([code]) => code === name)?.[1]

/** A fault that a schema names itself, or what the shape of the value says. */
function told(issue: Issue, locale: Locale): string {
  if (issue.code === 'custom') return fieldSentence(issue.message, locale)
  const [sentence, values = {}] =
    issue.code === 'invalid_union' ? unlessMissing(issue, possible(issue, locale)) : sentenceFor(issue)
  const named = sentence === 'format' || sentence === 'object' ? faultOf(issue.message, locale) : undefined
  return named ?? fill(messages[locale].door.field[sentence], values)
}

const fieldsOf = ({ path, ...issue }: Issue) =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...path, key].map(String).join('.'))
    : [path.map(String).join('.')]

function sentenceFor(issue: Issue): Said {
  switch (issue.code) {
    case 'unrecognized_keys':
      return ['unknown']
    case 'invalid_type':
      return unlessMissing(issue, [types[issue.expected] ?? 'format'])
    case 'invalid_value':
      return unlessMissing(issue, ['choice', { values: issue.values.slice(0, 30).join(', ') }])
    case 'invalid_format':
      return [formats[issue.format] ?? formats[issue.message] ?? 'format']
    case 'too_big':
      return [above[issue.origin] ?? 'tooLarge', { limit: issue.maximum }]
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? ['empty'] : tooSmall(issue)
    default:
      return ['format']
  }
}

/** The forms a value may have that fits none of them. */
function possible(issue: Union, locale: Locale): Said {
  const options = formsOf(issue)
  const [first] = options
  const forms = new Set(options.map((form) => ('keys' in form ? `{${form.keys.join(', ')}}` : shapeOf(form.issue, locale))))
  if (first !== undefined && 'issue' in first && forms.size === 1) return sentenceFor(first.issue)
  return ['forms', { forms: [...forms].join(' / ') }]
}

const shapeOf = (issue: Issue, locale: Locale): string =>
  issue.code === 'invalid_value'
    ? issue.values.map((value) => JSON.stringify(value)).join(' / ')
    : told(issue, locale).replace(/[.。]$/, '')

const unlessMissing = (issue: Issue, said: Said): Said => (issue.input === undefined ? ['missing'] : said)
const tooSmall = (issue: z.core.$ZodIssueTooSmall): Said => [below[issue.origin] ?? 'tooSmall', { limit: issue.minimum }]

const types: Record<string, Sentence> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'yesOrNo',
  array: 'list',
  object: 'object',
  record: 'object',
  null: 'null',
}
const formats: Record<string, Sentence> = { uuid: 'uuid', email: 'email', date: 'date', datetime: 'moment', amount: 'amount' }
const above: Record<string, Sentence> = { string: 'tooLong', array: 'tooMany' }
const below: Record<string, Sentence> = { string: 'tooShort', array: 'tooFew' }
