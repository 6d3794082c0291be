import type { FactorValue } from '@/db/schema/proposals'
import { ratioText } from '@/lib/factors/found'
import type { Fault } from '@/lib/i18n/messages/faults'
import { words } from '@/lib/i18n/words'
import { dayIn, unmarked } from '@/lib/imports/cell'
import { isCivilDate } from '@/lib/platform/dates'
import { parseMoney, rate, toText } from '@/lib/platform/money'
import { type Fraction, type HistoryField, type HistoryKind, historyColumn } from './columns'

type Read = { value: Exclude<FactorValue, null> } | { fault: Fault }

/** One cell as it is kept, or what is wrong with it. */
export const readHistoryCell = (field: HistoryField, cell: string): Read =>
  readers[historyColumn(field).kind](unmarked(cell), field)

/** A long number that a spreadsheet took for a quantity has lost its last digits for good. */
const spoilt = /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i

const readers: Record<HistoryKind, (cell: string, field: HistoryField) => Read> = {
  text: (value) => ({ value }),
  code: (value) => (spoilt.test(value.normalize('NFKC')) ? { fault: 'spoilt_number' } : { value }),
  date: (value) => {
    const day = dayIn(value)
    return isCivilDate(day) ? { value: day } : { fault: 'date' }
  },
  word: (value, field) => codeOf(field, value),
  words: (value, field) => codesOf(field, value),
  flag: (value) => {
    const found = flags.get(folded(value))
    return found === undefined ? { fault: 'yes_or_no' } : { value: found }
  },
  count: (value) => (/^\d{1,6}(\.0+)?$/.test(value) ? { value: Number.parseInt(value, 10) } : { fault: 'whole' }),
  days: (value) => (/^-?\d{1,5}(\.0+)?$/.test(value) ? { value: Number.parseInt(value, 10) } : { fault: 'whole' }),
  share: (value) => fractionOf(value, 'share'),
  change: (value) => fractionOf(value, 'change'),
  ratio: (value) => fractionOf(value, 'ratio'),
  money: (value) => {
    const amount = parseMoney(value)
    if (amount === undefined) return { fault: 'amount' }
    return amount.isNegative() ? { fault: 'negative' } : { value: toText(amount) }
  },
}

const flags = new Map([
  ...['是', '有', '1', 'y', 'yes', 'true', '√', '对', '同意'].map((word) => [word, true] as const),
  ...['否', '无', '没有', '0', 'n', 'no', 'false', '×', '不同意'].map((word) => [word, false] as const),
])

const bounds: Record<Fraction, readonly [least: string, most: string]> = {
  share: ['0', '1'],
  change: ['-1', '1'],
  ratio: ['-1000', '1000'],
}

/** 0.35 and 35 % are the same; 35 without a sign is not taken for either. */
function fractionOf(text: string, kind: Fraction): Read {
  const [least, most] = bounds[kind]
  const [, digits, sign] = /^(-?\d{1,6}(?:\.\d{1,8})?)\s*(%?)$/.exec(text.normalize('NFKC')) ?? []
  if (digits === undefined) return { fault: 'share' }
  const value = sign === '%' ? rate(digits).div(100) : rate(digits)
  return value.lt(least) || value.gt(most) ? { fault: 'share' } : { value: ratioText(value) }
}

function codeOf(field: HistoryField, text: string): { value: string } | { fault: Fault } {
  const code = (historyColumn(field).codes ?? []).find((one) => namesOf(field, one).includes(folded(text)))
  return code === undefined ? { fault: 'choice' } : { value: code }
}

/** Several, between commas of either kind; each once, in the order of the vocabulary. */
function codesOf(field: HistoryField, text: string): Read {
  const read = text.split(/[、,，;；/|]/).flatMap((part) => (part.trim() === '' ? [] : [codeOf(field, part)]))
  const known = read.flatMap((one) => ('value' in one ? [one.value] : []))
  if (known.length < read.length || known.length === 0) return { fault: 'choice' }
  return { value: (historyColumn(field).codes ?? []).filter((code) => known.includes(code)) }
}

/** What a code may be called: itself, its names in both languages, and what people call it. */
const namesOf = (field: HistoryField, code: string): string[] => {
  const { glossary } = historyColumn(field)
  const named: Named = glossary === undefined ? {} : words[glossary]
  return [code, named[code]?.zh, named[code]?.en, ...(also[code] ?? [])].map((name) => folded(name))
}

type Named = Record<string, { zh: string; en: string }>

const also: Record<string, readonly string[]> = {
  ACCEPTED: ['批准', '获批', '通过', '已同意', 'approved', 'granted', 'yes'],
  ACCEPTED_MODIFIED: ['部分批准', '修改后同意', 'approved in part', 'partly accepted'],
  REJECTED: ['被拒', '不同意', '未获批', '驳回', 'rejected', 'declined', 'denied', 'no'],
  NO_RESPONSE: ['未答复', '未回复', '无答复', 'no answer', 'no reply'],
  WITHDRAWN: ['已撤回', '撤销', 'cancelled'],
}

const folded = (text = '') => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
