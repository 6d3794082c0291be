import { expect, test } from 'vitest'
import type { Locale } from '@/db/vocabulary'
import type { LetterFacts } from './facts'
import { liveText } from './live-text'
import { xiaoLi } from './sample-case'
import { templates } from './templates'
import { untranslatedIn } from './untranslated'
import { letterValues } from './variables'
import { wording } from './wording'

const said = (facts: LetterFacts, language: Locale, reader: Locale = 'en') =>
  untranslatedIn(liveText(templates.NEGOTIATION[language], letterValues(facts, wording[language]), language), {
    language,
    reader,
  })

const { hardship } = xiaoLi
if (!hardship) throw new Error('the example has a hardship')
const telling = (statement: string): LetterFacts => ({ ...xiaoLi, hardship: { ...hardship, statement } })

test('an English letter names what was typed in Chinese, in the reader’s language', () => {
  expect(said(telling('九月住院两周'), 'en')).toEqual(['Statement of circumstances'])
  expect(said(telling('九月住院两周'), 'en', 'zh-CN')).toEqual(['情况说明'])
})

test('names of people and companies are no matter of language, and a Chinese letter may say what it likes', () => {
  expect(said(telling('Two weeks in hospital in September'), 'en')).toEqual([])
  expect(said(telling('九月住院两周'), 'zh-CN')).toEqual([])
})
