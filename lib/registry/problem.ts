import type { z } from 'zod'
import type { Locale } from '@/db/vocabulary'
import { codeOf, isDatabaseTrouble } from '@/lib/core/database-trouble'
import { Refusal, type RefusalCode, refusalStatus } from '@/lib/core/refusal'
import { messages } from '@/lib/i18n/catalogue'
import { DoorRefusal, doorStatus } from './door-refusal'
import { fieldErrors, fieldSentence } from './field-errors'
import { fill } from './fill'

/** What is known of a call when it fails. */
export type Failed = { locale: Locale; requestId: string; input?: z.ZodType; values?: unknown }

type Problem = { status: number; code: string; sentence: string; details: Record<string, unknown> }

/** An error as problem+json (RFC 9457): a stable code, a sentence in the caller's language, fields; never a stack, SQL or path. */
export function problemResponse(error: unknown, failed: Failed): Response {
  const { status, code, sentence, details } = problemOf(error, failed)
  const body = { ...details, type: `urn:parley:problem:${code}`, title: code, status, code, detail: sentence }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...hints(status, details) },
  })
}

function problemOf(error: unknown, failed: Failed): Problem {
  if (error instanceof DoorRefusal) {
    const { code, details } = error
    return { status: doorStatus[code], code, details, sentence: fill(messages[failed.locale].door.problem[code], details) }
  }
  if (error instanceof Refusal) return refused(error.code, error.details, failed)
  const code = isDatabaseTrouble(error) ? 'unavailable' : judgedByDatabase(codeOf(error))
  return code === undefined ? unexpected(failed) : refused(code, {}, failed)
}

function refused(code: RefusalCode, details: Record<string, unknown>, failed: Failed): Problem {
  const sentence = whyNot(details, failed) ?? messages[failed.locale].refusals[code]
  return {
    status: refusalStatus[code],
    code,
    sentence: fill(sentence, details),
    details: code === 'invalid' ? withFields(details, failed) : details,
  }
}

/** Why a rule says no, in the very sentence a form says it with. */
function whyNot({ why, missing }: Record<string, unknown>, { locale }: Failed): string | undefined {
  const [first]: unknown[] = [why ?? missing].flat()
  const known = new Map<unknown, string>(Object.entries(messages[locale].faults))
  return known.get(first)
}

function unexpected({ locale, requestId }: Failed): Problem {
  const sentence = fill(messages[locale].refusals.unexpected, { reference: requestId })
  return { status: 500, code: 'unexpected', sentence, details: { reference: requestId } }
}

/** Field errors in the caller's language: the input's own, or those a command found. */
function withFields(details: Record<string, unknown>, { input, values, locale }: Failed) {
  const own = input === undefined ? {} : fieldErrors(input, values, locale)
  if (Object.keys(own).length > 0) return { ...details, fields: own }
  const told = typeof details['fields'] === 'object' && details['fields'] !== null ? details['fields'] : {}
  const fields = Object.entries(told).map(([field, codes]) => [
    field,
    [codes].flat().map((code) => fieldSentence(String(code), locale)),
  ])
  return { ...details, fields: Object.fromEntries(fields) }
}

/** What only the database could judge: a value out of range, a neighbour that is not there, a name that is taken. */
const judgements: [RegExp, RefusalCode][] = [
  [/^(22|23502|23514)/, 'invalid'],
  [/^23503/, 'not_found'],
  [/^23505/, 'conflict'],
  [/^23001/, 'immutable'],
]
const judgedByDatabase = (sqlState: string) => judgements.find(([pattern]) => pattern.test(sqlState))?.[1]

const retryAfter: Record<number, string> = { 429: '30', 503: '1' }

function hints(status: number, details: Record<string, unknown>): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer' }
  if (status === 405) return { allow: String(details['allow']) }
  const seconds = details['seconds'] ?? retryAfter[status]
  return seconds === undefined ? {} : { 'retry-after': String(seconds) }
}
