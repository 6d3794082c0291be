import type { Fault } from '@/lib/i18n/messages/faults'

/** Every way the product says no, with the HTTP status it has on the wire. */
export const refusalStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  guard_missing: 409,
  rule: 409,
  immutable: 409,
  idempotency_mismatch: 422,
  too_many: 429,
  too_large: 413,
  unsupported_type: 415,
  wrong_credentials: 401,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof refusalStatus
/** Plain values that explain the refusal to a form or an API caller; never names or free text of a client. */
export type RefusalDetails = Record<string, unknown>

/** As a refusal is made: what is wrong with a field is one of the faults there is a sentence for, perhaps of one line (`date:3`). */
type Made = RefusalDetails & { fields?: Record<string, readonly (Fault | `${Fault}:${number}`)[]> }

/** A refusal is an answer, not a bug: it is shown in the user's language and nothing has changed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: Made = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** Refuses unless the row is still at the version the caller saw. */
export function expectVersion(row: { version: number }, expected: number) {
  if (row.version !== expected) throw new Refusal('conflict', { current: row.version })
}

/** The row, or `not_found`: a stranger's object and a missing one look the same. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('not_found')
  return row
}
