import { z } from 'zod'
import { type CivilDate, compareDates, dayOfMonth, isCivilDate, isNearDay } from '@/lib/platform/dates'
import { fen, type Money, money, rate } from '@/lib/platform/money'
import { daysOf, dueDateAfter, monthly, parseFrequency } from './frequency'
import { periodAt } from './period'
import { type Change, dayCountRules, type LoanRate, methods, prepayments, type Terms } from './terms'

const decimal = (pattern: RegExp, message: string) =>
  z
    .union([z.string().max(40, message), z.number().min(0, message).max(1e12, message)])
    .transform(String)
    .pipe(z.string().regex(pattern, message))

/** An amount of CNY as text with up to two decimals; not negative. */
export const amountText = decimal(/^\d{1,12}(\.\d{1,2})?$/, 'amount').transform((text) => money(text))
/** A percentage as text, not negative; read as a fraction. */
export const percentText = decimal(/^\d{1,4}(\.\d{1,12})?$/, 'percent').transform((text) => rate(text).div(100))
export const dateText = z
  .string()
  .max(10, 'date')
  .refine((text) => isCivilDate(text) && isNearDay(text), 'date')
/** In days of months of thirty: six hundred such periods still end on the calendar. */
const tenYears = 3600

export const everyText = z
  .string()
  .max(20, 'every')
  .transform((text, context) => {
    const every = parseFrequency(text)
    if (every && daysOf(every) <= tenYears) return every
    context.addIssue({ code: 'custom', message: 'every' })
    return z.NEVER
  })

const positiveAmount = amountText.refine((amount) => amount.gt(0), 'zero')
const unitText = decimal(/^\d{1,9}(\.\d{1,4})?$/, 'multiple')
  .transform((text) => money(text))
  .refine((unit) => unit.gt(0), 'multiple')
const count = z.int().min(0).max(600)

/** A field that may be left out or null. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined)
const withDefault = <T extends z.ZodType>(type: T, standard: z.output<T>) =>
  type.nullish().transform((value) => value ?? standard)

const rateInput = z.union(
  [
    z.strictObject({ annualPercent: percentText }).transform((given): LoanRate => ({ per: 'year', value: given.annualPercent })),
    z.strictObject({ dailyPercent: percentText }).transform((given): LoanRate => ({ per: 'day', value: given.dailyPercent })),
    z
      .strictObject({ periodPercent: percentText })
      .transform((given): LoanRate => ({ per: 'period', value: given.periodPercent })),
  ],
  'rate_form',
)

const roundingInput = z
  .strictObject({
    mode: withDefault(z.enum(['half_even', 'half_up', 'up']), 'half_even'),
    instalmentMultiple: withDefault(unitText, fen),
    principalMultiple: withDefault(unitText, fen),
    interest: withDefault(z.union([z.literal('none'), unitText]), fen),
    perSegment: withDefault(z.boolean(), true),
  })
  .transform(({ interest, ...rest }) => ({ ...rest, interest: interest === 'none' ? undefined : interest }))

const extension = z.int().min(1).max(600)
const changeInput = z.union([
  z
    .strictObject({ on: dateText, ratePercent: percentText })
    .transform((given): Change => ({ ...given, kind: 'rate', value: given.ratePercent })),
  z
    .strictObject({ on: dateText, extendBy: extension })
    .transform((given): Change => ({ ...given, kind: 'extend', by: given.extendBy })),
  z
    .strictObject({ on: dateText, disburse: positiveAmount })
    .transform((given): Change => ({ ...given, kind: 'disburse', amount: given.disburse })),
])

/** Instalments one by one, or an amount that is asked for `count` times. */
const paymentsInput = z
  .array(
    z.union([
      amountText.transform((amount) => [amount]),
      z.strictObject({ amount: amountText, count: extension.default(1) }).transform(repeated),
    ]),
  )
  .max(600)
  .transform((payments) => payments.flat())

const paidInput = z.array(z.strictObject({ on: dateText, amount: positiveAmount })).max(2000)

/** The JSON of `parley schedule`, parsed; every fault names its field. */
export const scheduleInput = z.strictObject({
  principal: positiveAmount,
  rate: rateInput,
  method: z.enum(methods),
  periods: z.int().min(1).max(600),
  disbursed: optional(dateText),
  firstDue: optional(dateText),
  dueDay: optional(z.int().min(1).max(31)),
  every: withDefault(everyText, monthly),
  dayCount: withDefault(z.enum(dayCountRules), 'period'),
  interestOnlyPeriods: withDefault(count, 0),
  interestDeferredPeriods: withDefault(count, 0),
  fixedInstalment: optional(positiveAmount),
  payments: withDefault(paymentsInput, []),
  rounding: withDefault(roundingInput, roundingInput.parse({})),
  changes: withDefault(z.array(changeInput).max(200), []),
  paid: withDefault(paidInput, []),
  prepayment: withDefault(z.enum(prepayments), 'shorter'),
  payOffOn: optional(dateText),
  asOf: optional(dateText),
  daysOff: withDefault(z.array(dateText).max(2000), []),
  extraWorkingDays: withDefault(z.array(dateText).max(2000), []),
})

/**
 * The terms an input stands for. A missing date follows from the other one, and both from `today`; instalments that follow
 * from the day of the loan keep to it at the end of shorter months, too. Due dates move off weekends and days off only where
 * some are named.
 */
export function termsFrom(input: z.output<typeof scheduleInput>, today: CivilDate): Terms {
  const { disbursed, firstDue, daysOff, extraWorkingDays, ...rest } = input
  const dueDay = rest.dueDay ?? (disbursed && !firstDue && rest.every.unit === 'month' ? dayOfMonth(disbursed) : undefined)
  const start = disbursed ?? (firstDue ? dueDateAfter(firstDue, rest.every, -1, rest.dueDay) : today)
  const named = daysOff.length + extraWorkingDays.length > 0
  const calendar = named ? { daysOff: new Set(daysOff), extraWorkingDays: new Set(extraWorkingDays) } : undefined
  return { ...rest, dueDay, disbursed: start, firstDue: firstDue ?? dueDateAfter(start, rest.every, 1, dueDay), calendar }
}

/** What is wrong with a field that contradicts the others. */
export const faultOf = (field: NonNullable<ReturnType<typeof contradiction>>) => faults[field]

const faults = {
  firstDue: 'due_before_loan',
  dueDay: 'due_day',
  changes: 'outside_term',
  paid: 'before_loan',
  payOffOn: 'before_loan',
} as const

/** Dates that contradict each other, by the field at fault; undefined where all is well. */
export function contradiction(terms: Terms): 'firstDue' | 'dueDay' | 'changes' | 'paid' | 'payOffOn' | undefined {
  const { disbursed, firstDue, every, dueDay, paid = [], payOffOn = disbursed } = terms
  if (firstDue <= disbursed) return 'firstDue'
  if (dueDateAfter(firstDue, every, 0, dueDay) !== firstDue) return 'dueDay'
  if (!areDuring(terms)) return 'changes'
  if (paid.some((payment) => payment.on < disbursed)) return 'paid'
  return payOffOn < disbursed ? 'payOffOn' : undefined
}

/** Nothing can be lent before the loan begins or from its last due date on, nor can a term that is over be extended. */
function areDuring(terms: Terms): boolean {
  const { changes = [], disbursed } = terms
  const last = lastDue(terms)
  return last !== undefined && changes.every(({ kind, on }) => kind !== 'disburse' || (on >= disbursed && on < last))
}

/** The last due date once every extension is granted; undefined where one comes after the term it extends. */
function lastDue(terms: Terms): CivilDate | undefined {
  const extensions = (terms.changes ?? []).filter((change) => change.kind === 'extend')
  let periods = terms.periods
  for (const { on, by } of extensions.toSorted((one, other) => compareDates(one.on, other.on))) {
    if (on > periodAt(terms, periods).due) return undefined
    periods += by
  }
  return periodAt(terms, periods).due
}

function repeated(given: { amount: Money; count: number }): Money[] {
  return Array.from({ length: given.count }, () => given.amount)
}
