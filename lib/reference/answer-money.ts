import { z } from 'zod'
import { decimalText } from '@/lib/platform/money'
import { dueDates, parseFrequency } from '@/lib/schedules/frequency'
import { answerActuarial } from './actuarial'
import { conventionOf } from './conventions'
import { type MoneyCase, moneyCase } from './money-case'
import { answerChineseCost, answerEuropeanCost, answerIrr, answerXirr } from './returns'
import { answerSpreadsheet } from './spreadsheet'

type Answer = Record<string, unknown>

/** Answers one published money case; undefined for a category whose inputs only people can read. */
export function answerMoney(json: unknown): Answer | undefined {
  const given = moneyCase.parse(json)
  return categories[given.category]?.(given)
}

const categories: Record<string, (given: MoneyCase) => Answer | undefined> = {
  irr: answerIrr,
  xirr: answerXirr,
  apr_china_irr: answerChineseCost,
  apr_eu_effective: answerEuropeanCost,
  apr_us_actuarial: answerActuarial,
  spreadsheet_tvm: answerSpreadsheet,
  day_count: answerDayCount,
  due_dates: answerDueDates,
}

const dayCountInputs = z.object({
  convention: z.string(),
  pairs: z.array(z.array(z.string()).min(2).max(4)),
  termination_date: z.string().optional(),
})

/** Days, or fractions of a year where the case asks for those, of each pair; a pair of four ends with its reference period. */
function answerDayCount({ inputs, answer }: MoneyCase): Answer | undefined {
  const { convention, pairs, termination_date: terminationDate } = dayCountInputs.parse(inputs)
  const counted = pairs.map(([from = '', to = '', ...period]) => {
    const [start, end] = period
    const count = conventionOf(convention, { terminationDate, ...(start && end ? { reference: [start, end] } : {}) })
    return { days: count?.days(from, to), years: count?.years(from, to) }
  })
  if (counted.some(({ years }) => years === undefined)) return undefined
  const column = ([name, decimals]: [string, number | 'text']) =>
    counted.map(({ days, years }) =>
      name.includes('day') ? days : years && (decimals === 'text' ? years.toFixed() : decimalText(years, decimals)),
    )
  const wanted = Object.entries(answer)
  return Object.fromEntries(
    (wanted.length > 0 ? wanted : [['days', 'text'] as const]).map(([name, decimals]) => [name, column([name, decimals])]),
  )
}

const dueDateInputs = z.object({ first_due: z.string(), periods: z.int().min(1).max(1200), every: z.string().default('1 month') })

function answerDueDates({ inputs }: MoneyCase): Answer | undefined {
  const { first_due, periods, every } = dueDateInputs.parse(inputs)
  const frequency = parseFrequency(every)
  return frequency && { due_dates: dueDates(first_due, frequency, periods) }
}
