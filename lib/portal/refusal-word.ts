import { balanceBuckets } from '@/db/vocabulary'
import type { Refusal } from '@/lib/core/refusal'

/** The sentence of the portal that fits a refusal: one of the words of `portal.error`. */
export function refusalWord({ code, details }: Refusal): string {
  if (code === 'invalid') return wordOfField(details['fields'])
  if (code === 'rule') return reasons[String(details['why'])] ?? 'rule'
  return known.has(code) ? code : 'other'
}

const reasons: Record<string, string> = { not_opened: 'open_first', sensitive_consent_missing: 'consent', code_over: 'code' }

const known: ReadonlySet<string> = new Set(['too_large', 'unsupported_type', 'conflict', 'too_many'])

const fieldWords: readonly (readonly [string, string])[] = [
  ['file', 'file'],
  ['amount', 'amount'],
  ['name', 'name'],
  ['code', 'code'],
  ['agree', 'tick'],
  ['hasRead', 'tick'],
  ['consent', 'consent'],
  ...balanceBuckets.map((bucket) => [bucket, 'amount'] as const),
]

function wordOfField(fields: unknown) {
  const wrong = typeof fields === 'object' && fields !== null ? Object.keys(fields) : []
  return fieldWords.find(([field]) => wrong.includes(field))?.[1] ?? 'invalid'
}
