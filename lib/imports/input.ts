import { z } from 'zod'
import { type ImportField, importFields } from './columns'

/** Rows of one file. A larger one is split by whoever has it. */
export const mostRows = 2000
/** Rows that one call takes in: about a second's work. */
export const rowsAtOnce = 25

/** A row as it is sent: its line in the file, and what each cell says under the field it was given to. */
const rowInput = z.strictObject({
  line: z.int().min(1).max(1_000_000),
  values: z.partialRecord(z.enum(fieldNames()), z.string().max(1000, 'too_long')),
})

export const rowsInput = (most: number) => z.array(rowInput).min(1, 'required').max(most)

export type SentRow = z.output<typeof rowInput>

function fieldNames(): [ImportField, ...ImportField[]] {
  const [first = 'name', ...rest] = importFields
  return [first, ...rest]
}
