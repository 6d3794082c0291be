import type { Plan } from '@/db/schema/proposals'
import { type CivilDate, parseCivilDate } from '@/lib/platform/dates'
import { type Money, parseMoney, sum, toText, zero } from '@/lib/platform/money'

export type TypedRow = { due: CivilDate; amount: Money }
export type TypingFault = { line: number; fault: 'date' | 'amount' | 'order' }

/**
 * Reads a plan as somebody types or pastes it from the lender's paper: one instalment a line, day then amount, whatever
 * stands between them ('2026-12-05  3,343.25', '2026年12月5日，3343.25元', a line copied out of a spreadsheet).
 */
export function readTypedPlan(text: string): { rows: TypedRow[]; faults: TypingFault[] } {
  const lines = text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
  const read = lines.filter((line) => line.text !== '').map(readLine)
  const typed = read.flatMap((line) => ('row' in line ? [line] : []))
  const faults = read.flatMap((line) => ('fault' in line ? [line.fault] : []))
  return { rows: typed.map(({ row }) => row), faults: [...faults, ...outOfOrder(typed)] }
}

/** The lender's plan as a plan of ours: the paper states payments only, so all of a payment stands under principal. */
export function planOfTyped(rows: readonly TypedRow[]): Plan {
  const total = sum(rows.map((row) => row.amount))
  let left = total
  return {
    rows: rows.map(({ due, amount }, index) => {
      left = left.minus(amount)
      const payment = toText(amount)
      return { n: index + 1, due, principal: payment, interest: '0.00', fees: '0.00', payment, balance: toText(left) }
    }),
    total: toText(total),
    interest: '0.00',
    last: rows.at(-1)?.due ?? '',
  }
}

/** A plan as it can be typed again, to be shown and changed where it was typed before. */
export const asTyped = ({ rows }: Plan): string => rows.map(({ due, payment }) => `${due} ${payment}`).join('\n')

type Typed = { line: number; row: TypedRow }
type Read = Typed | { fault: TypingFault }

const shape = /^(?:\d{1,3}[\s.、)]+)?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，:：]+(.+)$/

function readLine({ line, text }: { line: number; text: string }): Read {
  const [, year = '', month = '', day = '', rest = ''] = shape.exec(text) ?? []
  const due = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (due === undefined) return { fault: { line, fault: 'date' } }
  const amount = parseMoney(rest)
  return amount?.gt(zero) ? { line, row: { due, amount } } : { fault: { line, fault: 'amount' } }
}

const outOfOrder = (typed: readonly Typed[]): TypingFault[] =>
  typed.flatMap(({ line, row }, index) => {
    const before = typed[index - 1]?.row
    return before !== undefined && row.due <= before.due ? [{ line, fault: 'order' as const }] : []
  })
