import { z } from 'zod'
import { type ReliefType, reliefTypes, treatments } from '@/db/vocabulary'
import { zero } from '@/lib/platform/money'
import { amountText, dateText, everyText, percentText } from '@/lib/schedules/input'
import { dayCountRules, type Method } from '@/lib/schedules/terms'
import type { Debt } from './offer'
import { reliefs } from './reliefs'

const amount = amountText.default(zero)

const bucketsInput = z.strictObject({
  principal: amount,
  overduePrincipal: amount,
  interest: amount,
  overdueInterest: amount,
  penaltyPrincipal: amount,
  penaltyInterest: amount,
  fees: amount,
})

/** A bullet is interest-only whose interest, too, is asked for at the end. */
const debtMethods = { equal_instalment: false, equal_principal: false, interest_only: false, flat: false, bullet: true } as const

const methodInput = z
  .string()
  .max(20)
  .toLowerCase()
  .pipe(z.enum(['equal_instalment', 'equal_principal', 'interest_only', 'flat', 'bullet']))
  .transform((word): { method: Method; bullet: boolean } => ({
    method: word === 'bullet' ? 'interest_only' : word,
    bullet: debtMethods[word],
  }))

const debtInput = z
  .strictObject({
    buckets: bucketsInput,
    dailyPercent: percentText,
    method: methodInput.prefault('equal_instalment'),
    remainingPeriods: z.int().min(0).max(600),
    nextDue: dateText,
    dueDay: z.int().min(1).max(31).optional(),
    every: everyText.prefault('1 month'),
    dayCount: z.enum(dayCountRules).default('30/360'),
  })
  .transform(({ dailyPercent, method, ...rest }): Debt => ({ ...rest, ...method, dailyRate: dailyPercent }))

/** One relief; each type takes its own parameters, and a fault names the field at fault. */
export const reliefInput = z.looseObject({ type: z.enum(reliefTypes) }).superRefine(({ type, ...params }, context) => {
  const parsed = reliefs[type].params.safeParse(params)
  for (const issue of parsed.error?.issues ?? []) context.addIssue({ ...issue })
  if (parsed.success)
    for (const field of meantByNobody(type, params)) context.addIssue({ code: 'custom', path: [field], message: faults[field] })
})

const faults = { amount: 'zero', toDailyPercent: 'percent' } as const

/** A lump sum of nothing, and a rate beyond one percent a day, which no lender may ask for. */
function meantByNobody(type: ReliefType, params: Record<string, unknown>): (keyof typeof faults)[] {
  if (type === 'LUMP_SUM' && Number(params['amount']) === 0) return ['amount']
  return type === 'RATE_CUT' && Number(params['toDailyPercent']) > 1 ? ['toDailyPercent'] : []
}

/** At most one relief of a type, and at most one that sets the number of instalments. */
const reliefsInput = z
  .array(reliefInput)
  .max(20)
  .superRefine((lines, context) => {
    const types = lines.map((line) => line.type)
    const twice = types.some((type, index) => types.indexOf(type) !== index)
    if (twice) context.addIssue({ code: 'custom', message: 'relief_twice' })
    if (types.includes('TERM_EXTENSION') && types.includes('INSTALMENT_PLAN'))
      context.addIssue({ code: 'custom', message: 'reliefs_conflict' })
  })

/** The JSON of `parley quote`, parsed into a request that `quote` answers. */
export const quoteInput = z
  .strictObject({
    debt: debtInput,
    reliefs: reliefsInput.default([]),
    treatment: z.string().max(20).toUpperCase().pipe(z.enum(treatments)).optional(),
    surplus: amountText.optional(),
    from: dateText,
  })
  .superRefine(({ reliefs: lines, from }, context) => {
    lines.forEach((line, index) => {
      for (const field of ['firstDue', 'on'] as const)
        if (isBefore(line[field], from))
          context.addIssue({ code: 'custom', path: ['reliefs', index, field], message: 'date_past' })
    })
  })

/** A first instalment, or a lump sum, cannot be asked for on a day that is over. */
const isBefore = (date: unknown, from: string): boolean => typeof date === 'string' && date < from
