import { balanceBuckets } from '@/db/vocabulary'
import type { Refusal } from '@/lib/core/refusal'
import { senseNeeds } from '@/lib/proposals/readiness'
import type { Standing } from './papers.queries'

/** The sentence of the portal that fits a refusal: one of the words of `portal.error`. */
export function refusalWord({ code, details }: Refusal): string {
  const ofFile = fileWords[String(details['problem'])]
  if (ofFile !== undefined) return ofFile
  if (code === 'invalid') return wordOfField(details['fields'])
  if (code === 'rule') return reasons[String(details['why'])] ?? 'rule'
  return known.has(code) ? code : 'other'
}

const reasons: Record<string, string> = {
  ...{ not_opened: 'open_first', sensitive_consent_missing: 'consent', code_over: 'code', already_asked: 'asked' },
  ...{ consent_withdrawn: 'withdrawn', sensitive_taken_back: 'takenBack' },
  // What makes no sense as it stands is put right by the office.
  ...Object.fromEntries(senseNeeds.map((need) => [need, 'toMend'])),
}

/** What is wrong with a file, where that needs other advice than to choose one of another kind. */
const fileWords: Record<string, string> = {
  ...{ heic: 'heic', damaged: 'damaged', empty: 'damaged', bomb: 'damaged', encrypted: 'encrypted', active_content: 'unsafe' },
}

const known: ReadonlySet<string> = new Set(['too_large', 'unsupported_type', 'conflict', 'too_many'])

const fieldWords: readonly (readonly [string, string])[] = [
  ['file', 'file'],
  ['amount', 'amount'],
  ['paidOn', 'paidOn'],
  ['name', 'name'],
  ['code', 'code'],
  ['agree', 'tick'],
  ['hasRead', 'tick'],
  ['consent', 'consent'],
  ['body', 'body'],
  ['kind', 'kind'],
  ['phrase', 'phrase'],
  ['delegate', 'delegate'],
  ...balanceBuckets.map((bucket) => [bucket, 'amount'] as const),
]

/** Where the reason is worth a sentence of its own: field and code to its word. */
const reasonWords: Record<string, string> = {
  'content too_large': 'too_large',
  // A form without a file sends an empty one.
  'fileName required': 'file',
  'phrase too_long': 'phraseLong',
  'phrase phrase_tells': 'phraseTells',
  'body too_long': 'tooLong',
  'reason too_long': 'reasonLong',
  'note too_long': 'noteLong',
  'relation too_long': 'relationLong',
  ...Object.fromEntries(['required', 'too_long', 'six_digits'].map((fault) => [`code ${fault}`, 'digits'])),
  'amount negative': 'amountPositive',
  'amount required': 'amountPositive',
  'amount zero': 'amountPositive',
  'amount too_much': 'amountTooMuch',
  'paidOn in_future': 'paidFuture',
  'paidOn before_case': 'paidEarly',
  ...Object.fromEntries(balanceBuckets.map((bucket) => [`${bucket} negative`, 'amountFromZero'])),
}

function wordOfField(fields: unknown): string {
  const wrong = typeof fields === 'object' && fields !== null ? Object.entries(fields) : []
  const reasoned = wrong.flatMap(([field, codes]) => reasonWords[`${field} ${[codes].flat()[0]}`] ?? [])
  const names = wrong.map(([field]) => field)
  return reasoned[0] ?? fieldWords.find(([field]) => names.includes(field))?.[1] ?? 'invalid'
}

const fieldsOfWords: Record<string, string> = {
  ...{ body: 'body', tooLong: 'body', consent: 'consent', file: 'file' },
  ...{ kind: 'kind', reason: 'kind', phrase: 'phrase', phraseLong: 'phrase', phraseTells: 'phrase' },
  ...{ name: 'name', tick: 'tick', agree: 'tick', amount: 'amount', amountPositive: 'amount', amountTooMuch: 'amount' },
  ...{ amountFromZero: 'amount', delegate: 'delegate', digits: 'code' },
  ...{ reasonLong: 'reason', noteLong: 'note', relationLong: 'relation' },
  ...{ paidOn: 'paidOn', paidFuture: 'paidOn', paidEarly: 'paidOn', code: 'code' },
}

/** Refused only because it was done a moment before, by the same tap twice: to who tapped, it is done. */
export const isDoneAlready = ({ details }: Refusal) => details['why'] === 'already_said'

/** The field a word is about, so that it can also stand beside it. */
export const fieldOf = (word: string): string | undefined => fieldsOfWords[word]

/** What came of a form, as the address of the next page says it. */
export type Said = { done?: string | undefined; error?: string | undefined }

/** Who pressed twice, or went back and pressed again, is told that it is done, not that something went wrong. */
export const unlessDone = (said: Said, doneOn: string | null, done: string): Said =>
  doneOn !== null && (said.error === 'conflict' || said.error === 'rule') ? { done } : said

/**
 * What came of confirming a paper, by where the paper stands now: who pressed twice is thanked, and of one that is over the page tells
 * by itself. An old address thanks nobody for what was not confirmed.
 */
export function saidOfPaper(standing: Standing, { done, error }: Said): 'thanks' | 'fault' | undefined {
  if (standing === 'confirmed') return done === undefined && error === undefined ? undefined : 'thanks'
  return standing === 'waiting' && error !== undefined ? 'fault' : undefined
}
