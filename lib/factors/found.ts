import type { FactorValue } from '@/db/schema/proposals'
import { decimalText, type Money, type Rate, toText } from '@/lib/platform/money'

/** Why a factor has no value. */
export const missingCodes = [
  'NO_DUE_DATE',
  'NO_FIRST_CONTACT',
  'NO_HARDSHIP',
  'NO_STATEMENT',
  'NO_INCOME_BEFORE',
  'NO_INCOME',
  'NO_INSTALMENT',
  'NEG',
  'NO_RATE',
  'NO_TERM',
  'NONE_DUE',
  'NO_REPORT',
  'NOT_RECORDED',
] as const
export type MissingCode = (typeof missingCodes)[number]

/**
 * A factor's value, or the reason why there is none; both where only a part of it is known. Ratios are decimal text with
 * four places, amounts with two.
 */
export type Found = { value: Exclude<FactorValue, null>; missing?: MissingCode } | { missing: MissingCode }

export const found = (value: Exclude<FactorValue, null>): Found => ({ value })
/** A record of parts: those nobody stated are null, and the factor says that something is missing. */
export const foundParts = (parts: Record<string, string | null>): Found =>
  Object.values(parts).includes(null) ? { value: parts, missing: 'NOT_RECORDED' } : found(parts)
export const missing = (code: MissingCode): Found => ({ missing: code })

export const ratioText = (fraction: Rate): string => decimalText(fraction, 4)
export const amountText = (amount: Money): string => toText(amount)

/** The sum of amounts of which each must be known; undefined where one is not. */
export function sumKnown(amounts: readonly (Money | null)[], none: Money): Money | undefined {
  return amounts.reduce<Money | undefined>((total, amount) => (total && amount ? total.plus(amount) : undefined), none)
}
