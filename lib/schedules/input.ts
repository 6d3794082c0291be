import { z } from 'zod'
import { type CivilDate, isCivilDate } from '@/lib/platform/dates'
import { fen, money, rate } from '@/lib/platform/money'
import { dueDateAfter, parseFrequency } from './frequency'
import { periodAt } from './period'
import { type Change, dayCountRules, type LoanRate, methods, prepayments, type Terms } from './terms'

const decimal = (pattern: RegExp, message: string) =>
  z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(pattern, message))

/** An amount of CNY as text with up to two decimals; not negative. */
export const amountText = decimal(/^\d{1,12}(\.\d{1,2})?$/, 'amount').transform((text) => money(text))
/** A percentage as text; not negative. */
export const percentText = decimal(/^\d{1,4}(\.\d{1,12})?$/, 'percent').transform((text) => rate(text).div(100))
export const dateText = z.string().refine(isCivilDate, 'date')
export const countOf = (max: number) => z.int().min(0).max(max)

const positiveAmount = amountText.refine((amount) => amount.gt(0), 'amount')
const unitText = decimal(/^\d{1,9}(\.\d{1,4})?$/, 'multiple')
  .transform((text) => money(text))
  .refine((unit) => unit.gt(0), 'multiple')

const rateInput = z.union([
  z
    .strictObject({ annualPercent: percentText })
    .transform(({ annualPercent }): LoanRate => ({ per: 'year', value: annualPercent })),
  z.strictObject({ dailyPercent: percentText }).transform(({ dailyPercent }): LoanRate => ({ per: 'day', value: dailyPercent })),
  z
    .strictObject({ periodPercent: percentText })
    .transform(({ periodPercent }): LoanRate => ({ per: 'period', value: periodPercent })),
])

export const everyText = z.string().transform((text, context) => {
  const every = parseFrequency(text)
  if (!every) context.addIssue({ code: 'custom', message: 'every' })
  return every ?? z.NEVER
})

const roundingInput = z
  .strictObject({
    mode: z.enum(['half_even', 'half_up', 'up']).default('half_even'),
    instalmentMultiple: unitText.default(fen),
    principalMultiple: unitText.default(fen),
    interest: z.union([z.literal('none').transform(() => undefined), unitText]).default(fen),
    perSegment: z.boolean().default(true),
  })
  .prefault({})

const changeInput = z.union([
  z
    .strictObject({ on: dateText, ratePercent: percentText })
    .transform(({ on, ratePercent }): Change => ({ on, kind: 'rate', value: ratePercent })),
  z
    .strictObject({ on: dateText, extendBy: z.int().min(1).max(600) })
    .transform(({ on, extendBy }): Change => ({ on, kind: 'extend', by: extendBy })),
  z
    .strictObject({ on: dateText, disburse: positiveAmount })
    .transform(({ on, disburse }): Change => ({ on, kind: 'disburse', amount: disburse })),
])

const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined)

/** The JSON of `parley schedule` (see docs), parsed into `Terms`; every fault names its field. */
export const scheduleInput = z.strictObject({
  principal: positiveAmount,
  rate: rateInput,
  method: z.enum(methods),
  periods: z.int().min(1).max(600),
  disbursed: optional(dateText),
  firstDue: optional(dateText),
  every: everyText.prefault('1 month'),
  dayCount: z.enum(dayCountRules).default('period'),
  interestOnlyPeriods: countOf(600).default(0),
  interestDeferredPeriods: countOf(600).default(0),
  fixedInstalment: optional(positiveAmount),
  payments: z.array(amountText).max(600).default([]),
  rounding: roundingInput,
  changes: z.array(changeInput).max(200).default([]),
  paid: z
    .array(z.strictObject({ on: dateText, amount: positiveAmount }))
    .max(2000)
    .default([]),
  prepayment: z.enum(prepayments).default('shorter'),
  payOffOn: optional(dateText),
  asOf: optional(dateText),
})

/** Terms with their dates complete: one missing date follows from the other, and both from `today`. Undefined where they contradict. */
export function termsFrom({ disbursed, firstDue, ...rest }: z.output<typeof scheduleInput>, today: CivilDate): Terms {
  const start = disbursed ?? (firstDue ? dueDateAfter(firstDue, rest.every, -1) : today)
  return { ...rest, disbursed: start, firstDue: firstDue ?? dueDateAfter(start, rest.every, 1) }
}

/** Dates that contradict each other, by the field at fault; undefined where all is well. */
export function contradiction(terms: Terms): 'firstDue' | 'changes' | 'paid' | 'payOffOn' | undefined {
  const { disbursed, changes = [], paid = [] } = terms
  const extended = changes.reduce((total, change) => total + (change.kind === 'extend' ? change.by : 0), terms.periods)
  const end = periodAt(terms, extended).due
  if (terms.firstDue <= disbursed) return 'firstDue'
  if (changes.some((change) => change.kind === 'disburse' && (change.on < disbursed || change.on >= end))) return 'changes'
  if (paid.some((payment) => payment.on < disbursed)) return 'paid'
  return terms.payOffOn !== undefined && terms.payOffOn < disbursed ? 'payOffOn' : undefined
}
