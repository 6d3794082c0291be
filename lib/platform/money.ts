import { Decimal as Base } from 'decimal.js'

/** An exact amount of CNY. Add, subtract and multiply with its own methods; round only with `round`. */
export type Money = Base

/** An exact rate or other fraction (0.04 % a day is 0.0004), carried to 40 digits. */
export type Rate = Base

export type RoundingMode = 'half_even' | 'half_up' | 'up' | 'down'

const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_EVEN, toExpNeg: -60, toExpPos: 60 })

const modes: Record<RoundingMode, Base.Rounding> = {
  half_even: Base.ROUND_HALF_EVEN,
  half_up: Base.ROUND_HALF_UP,
  up: Base.ROUND_UP,
  down: Base.ROUND_DOWN,
}

/** An amount from its text ('93750.50') or another amount. Text that is not a number is a bug and throws: check input with `parseMoney`. */
export const money = (value: string | Money): Money => new Decimal(value)

/** A rate from its text, or from a count such as the number of periods; throws on text that is not a number. */
export const rate = (value: string | number | Rate): Rate => new Decimal(value)

export const zero: Money = new Decimal(0)
export const one: Rate = new Decimal(1)
export const fen: Money = new Decimal('0.01')

/** Two decimals and no grouping, as amounts travel on the wire: '93750.50'. A part of a fen is rounded half-up. */
export function toText(amount: Money): string {
  const text = amount.toFixed(2, Base.ROUND_HALF_UP)
  return text === '-0.00' ? '0.00' : text
}

/** Rounds to a multiple of `unit` (0.01 for the fen, 1 for whole yuan). `up` and `down` are away from and towards zero. */
export function round(amount: Money, mode: RoundingMode, unit: Money = fen): Money {
  if (unit.eq(fen)) return amount.toDecimalPlaces(2, modes[mode])
  return amount.div(unit).toDecimalPlaces(0, modes[mode]).times(unit)
}

export const sum = (amounts: Iterable<Money>): Money => {
  let total = zero
  for (const amount of amounts) total = total.plus(amount)
  return total
}

export const least = (a: Money, b: Money): Money => (a.lte(b) ? a : b)
export const greatest = (a: Money, b: Money): Money => (a.gte(b) ? a : b)

/** A rate as text with a fixed number of decimals, rounded half-up: 0.153865 as percent is '15.39'. */
export const percentText = (fraction: Rate, decimals = 2): string => decimalText(fraction.times(100), decimals)

/** Any decimal as text with a fixed number of decimals, rounded half-up. */
export function decimalText(value: Rate, decimals: number): string {
  const text = value.toFixed(decimals, Base.ROUND_HALF_UP)
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}

/** e to the power of `exponent`, and the natural logarithm, at 40 digits. */
export const exp = (exponent: Rate): Rate => Decimal.exp(exponent)
export const ln = (value: Rate): Rate => Decimal.ln(value)

// Twelve digits before the point: below one 万亿, far above any consumer debt, and within the database column.
const written = /^-?(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,2})?$/

/**
 * Reads an amount a person typed or pasted: '1,234.5', '￥１２３４．５０', '1234.50 元'.
 * Undefined when it is not an amount, has more than two decimals or more than twelve digits before the point.
 */
export function parseMoney(text: string): Money | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(-?)\s*(?:¥|CNY|RMB)\s*/i, '$1')
    .replace(/\s*元$/, '')
    .replace('−', '-')
  return written.test(plain) ? money(plain.replaceAll(',', '')) : undefined
}
