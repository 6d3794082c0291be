import { z } from 'zod'
import { type HistoryField, historyFields } from './columns'

/** Rows of one file; years of an office's work. */
export const mostHistory = 50_000
/** Rows that one call looks at or takes in. */
export const historyAtOnce = 200

const rowInput = z.strictObject({
  line: z.int().min(1).max(1_000_000),
  values: z.partialRecord(z.enum(fieldNames()), z.string().max(1000, 'too_long')),
})

export const historyRows = z.array(rowInput).min(1, 'required').max(historyAtOnce)
export type SentHistory = z.output<typeof rowInput>

function fieldNames(): [HistoryField, ...HistoryField[]] {
  const [first = 'caseNumber', ...rest] = historyFields
  return [first, ...rest]
}
