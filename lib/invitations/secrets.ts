import { createHmac } from 'node:crypto'

export type SecretKind = 'link' | 'code' | 'sign' | 'device' | 'calendar'

/**
 * The secret that belongs to a row, derived from its id and the installation's key: it can be shown again to those who may
 * see it, and is written down nowhere. A stolen database holds neither links nor codes.
 */
export const secretOf = (kind: SecretKind, id: string, key: string): string =>
  createHmac('sha256', key).update(`${kind}:${id}`).digest('base64url')

/** Six digits for people to read out. Derived like the rest; used once and soon over, with few tries allowed. */
export function codeOf(kind: 'code' | 'sign', id: string, key: string): string {
  const digest = createHmac('sha256', key).update(`${kind}:${id}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** What is kept of a code: useless without the installation's key, though there are only a million codes. */
export const codeHashOf = (id: string, code: string, key: string): string =>
  createHmac('sha256', key).update(`kept:${id}:${code}`).digest('hex')

/** A code as somebody types it: full-width digits, blanks and dashes do not matter. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

/** Nobody guesses with what is no code: it is none of the few tries. */
export const isSixDigits = (typed: string): boolean => /^\d{6}$/.test(plainCode(typed))
