import { z } from 'zod'
import { type CivilDate, isNearDay, parseCivilDate } from './dates'
import { type Money, parseMoney, type Rate, rate, zero } from './money'

/**
 * What forms and API callers may send, as zod schemas. A fault is named by a short code (`required`, `amount`, `date`, …)
 * that the interface turns into a sentence; the value itself never appears in the answer.
 */
export type FieldFault = 'required' | 'too_long' | 'amount' | 'negative' | 'percent' | 'date' | 'whole'

/** One line of text: control characters become blanks, blanks at the ends are dropped. May be empty. */
export const line = (max: number) => z.string().max(max, 'too_long').transform(oneLine)

/** One line that has to say something. */
export const requiredLine = (max: number) =>
  z.string('required').max(max, 'too_long').transform(oneLine).pipe(z.string().min(1, 'required'))

/** Text of several lines. May be empty. A line break counts once, as for whoever types, though a browser sends it as two characters. */
export const paragraphs = (max: number) =>
  z
    .string()
    .max(2 * max, 'too_long')
    .transform(severalLines)
    .pipe(z.string().max(max, 'too_long'))

export const requiredParagraphs = (max: number) =>
  z
    .string('required')
    .max(2 * max, 'too_long')
    .transform(severalLines)
    .pipe(z.string().min(1, 'required').max(max, 'too_long'))

/** CNY as a person writes it ('1,234.50'), zero or more. */
export const amount = z.string('required').max(40, 'amount').transform(readAmount)

/** A percentage such as 0.04 (a day), with at most eight decimals, zero or more and below 1,000. */
export const percentField = z.string('required').max(20, 'percent').transform(readPercent)

/** A day of the calendar between 1900 and 2199. */
export const civilDay = z.string('required').max(20, 'date').transform(readDay)

/** Left out, null and, where the form sends it, empty mean the same: not known. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value): z.output<Schema> | null => value ?? null)

/** A count from `min` to `max`. */
export const whole = (min: number, max: number) => z.int('whole').min(min, 'whole').max(max, 'whole')

function oneLine(text: string): string {
  return text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim()
}

function severalLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintableButBreaks, ' ').trim()
}

// PostgreSQL keeps no NUL, and half a surrogate pair is no character.
const unprintable = /[\p{Cc}\p{Cs}]/gu
const unprintableButBreaks = /(?!\n)[\p{Cc}\p{Cs}]/gu

function readAmount(text: string, context: z.RefinementCtx): Money {
  const read = parseMoney(text)
  if (read === undefined) return fault(context, 'amount', zero)
  return read.lt(0) ? fault(context, 'negative', zero) : read
}

const writtenPercent = /^\d{1,3}(\.\d{1,8})?$/

function readPercent(text: string, context: z.RefinementCtx): Rate {
  const plain = text.normalize('NFKC').trim().replace(/\s*%$/, '')
  return writtenPercent.test(plain) ? rate(plain) : fault(context, 'percent', zero)
}

function readDay(text: string, context: z.RefinementCtx): CivilDate {
  const day = parseCivilDate(text)
  return day !== undefined && isNearDay(day) ? day : fault(context, 'date', '')
}

function fault<Value>(context: z.RefinementCtx, message: FieldFault, standIn: Value): Value {
  context.addIssue({ code: 'custom', message })
  return standIn
}
