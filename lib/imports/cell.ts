import type { Locale } from '@/db/vocabulary'
import type { Fault } from '@/lib/i18n/messages/faults'
import { people } from '@/lib/i18n/messages/people'
import { words } from '@/lib/i18n/words'
import { type ColumnKind, columnOf, type ImportField } from './columns'

export type CellValue = string | number
type Read = { value: CellValue } | { fault: Fault }

/** One cell as a command takes it, or what is wrong with it. What is only of the wrong range is left to the command. */
export const readCell = (field: ImportField, cell: string): Read => readers[columnOf(field).kind](unmarked(cell), field)

/** Spreadsheets mark text by an apostrophe or a blank in front, our own exports too. */
export const unmarked = (cell: string) => cell.trim().replace(/^['’](?=[\d=+\-@＝＋－＠])/, '')

/** A long number that a spreadsheet took for a quantity: 1.1E+17. Its last digits are gone for good. */
const spoilt = /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i

const readers: Record<ColumnKind, (cell: string, field: ImportField) => Read> = {
  text: (value) => ({ value }),
  code: (value) => (spoilt.test(value.normalize('NFKC')) ? { fault: 'spoilt_number' } : { value }),
  money: (value) => ({ value }),
  percent: (value) => ({ value }),
  date: (value) => ({ value: dayIn(value) }),
  count: (value) => (/^\d{1,6}(\.0+)?$/.test(value) ? { value: Number.parseInt(value, 10) } : { fault: 'whole' }),
  word: (value, field) => {
    const code = (columnOf(field).codes ?? []).find((one) => namesOf(field, one).includes(folded(value)))
    return code === undefined ? { fault: 'choice' } : { value: code }
  },
}

/** 2026/11/21, 2026.11.21, 2026年11月21日, 20261121 and midnight after any of them are 2026-11-21. */
export function dayIn(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[ T]0?0:00(:00)?$/, '')
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** What a code may be called: itself, and its names in both languages. */
function namesOf(field: ImportField, code: string): string[] {
  return [code, ...(glossaries[field]?.(code) ?? [])].map(folded)
}

/** What may be written in a column of words, in one language. */
export const wordsOf = (field: ImportField, locale: Locale): string[] =>
  (columnOf(field).codes ?? []).map((code) => glossaries[field]?.(code)[locale === 'en' ? 1 : 0] ?? code)

type Names = (code: string) => (string | undefined)[]
const inGlossary =
  (called: Record<string, { zh: string; en: string }>): Names =>
  (code) => [called[code]?.zh, called[code]?.en]
const idTypeNames: Record<'zh' | 'en', Record<string, string>> = { zh: people.zh.idTypeName, en: people.en.idTypeName }

const glossaries: Partial<Record<ImportField, Names>> = {
  method: inGlossary(words.method),
  closingOutcome: inGlossary(words.closingOutcome),
  idType: (code) => [idTypeNames.zh[code], idTypeNames.en[code]],
}

const folded = (text = '') => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
