import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { locales } from '@/db/vocabulary'
import { messages } from './catalogue'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path: readonly string[] = []): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : leaves(value, [...path, key]),
  )

const [zh, en] = [leaves(messages['zh-CN']), new Map(leaves(messages.en))]
const pairs = zh.map(([key, chinese]) => ({ key, chinese, english: en.get(key) ?? '' }))

/** The names of what is filled in; the words of a plural stand in braces too. */
const blanks = (sentence: string): string =>
  [...new Set([...sentence.matchAll(/(?<!(?:\bone|\bother|=0) )\{(\w+)[,}]/g)].flatMap(([, name]) => name ?? []))]
    .toSorted()
    .join(' ')
const plain = (sentence: string): string => sentence.replace(/\{[^{}]*\}/g, '')

test('there are sentences to judge', () => {
  expect(pairs.length).toBeGreaterThan(2000)
})

test.each(locales)('every sentence can be said of one and of many, in %s', (locale) => {
  const failed: string[] = []
  for (const [key, said] of leaves(messages[locale])) {
    const onError = ({ message }: Error) => failed.push(`${key}: ${message}`)
    const t = createTranslator({ locale, messages: { said }, onError })
    const names = [...said.matchAll(/\{(\w+)/g)].flatMap(([, name]) => name ?? [])
    for (const many of [1, 2]) t('said', Object.fromEntries(names.map((name) => [name, many])))
  }
  expect(failed).toEqual([])
})

test('no sentence is empty, but a unit that counts have none of and the reason of a rule that is clear by itself', () => {
  const empty = pairs.filter(({ chinese, english }) => chinese.trim() === '' || english.trim() === '').map(({ key }) => key)
  const clear = ['NIGHT_STANDARD', 'THIRD_PERSON', 'REFUSED_BEFORE', 'DEBT_TOLD'].map((rule) => `conduct.why.${rule}`)
  expect(empty.toSorted()).toEqual([...['share', 'count'].map((unit) => `analytics.measure.${unit}`), ...clear].toSorted())
})

test('both languages are told the same facts', () => {
  const judged = pairs.filter(({ key, english }) => key !== 'proposals.name' && !english.includes(', select,'))
  const unlike = judged.filter(({ chinese, english }) => blanks(chinese) !== blanks(english))
  expect(unlike.map(({ key }) => key)).toEqual([])
})

test('Chinese has its own punctuation: no half-width comma, stop, colon or bracket beside a Chinese character', () => {
  const half = /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|\p{Script=Han}\.(\s|$)|。。/u
  expect(pairs.filter(({ chinese }) => half.test(plain(chinese))).map(({ key }) => key)).toEqual([])
})

test('quotation marks and apostrophes are curly in both languages', () => {
  const straight = /"|\w'\w|\w' /
  expect(pairs.filter(({ chinese, english }) => straight.test(`${chinese} ${english}`)).map(({ key }) => key)).toEqual([])
})

test('a sentence that ends in Chinese ends in English too', () => {
  const ends = ({ chinese, english }: (typeof pairs)[number]) => [/[。？！]$/.test(chinese), /[.?!…]$/.test(english)]
  const uneven = pairs.filter((pair) => pair.chinese !== '' && ends(pair)[0] && !ends(pair)[1])
  expect(uneven.map(({ key }) => key)).toEqual([])
})

test('no sentence hurries, blames or promises', () => {
  const unsaid = /老赖|失信|保证成功|包过|马上|违约者|停息挂账|洗白|修复征信|必过|顾问/
  expect(pairs.filter(({ chinese }) => unsaid.test(chinese)).map(({ key }) => key)).toEqual(warnedOf)
})

/** Where the glossary names what others promise, to say that it is no right. */
const warnedOf = ['name', 'example'].map((part) => `glossary.terms.interestFreeze.${part}`)
