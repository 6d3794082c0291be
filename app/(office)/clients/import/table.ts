import { type ImportField, isImportField } from '@/lib/imports/columns'
import { type Mapping, valuesOf } from '@/lib/imports/guess'
import type { SentRow } from '@/lib/imports/input'
import type { ReadTable } from '@/lib/platform/table-read'

/** Fields that may be the same for every row of a file. */
export const fixable = ['product', 'method', 'owner'] as const
export type Fixed = Partial<Record<ImportField, string>>

/** Somebody's table on the page: its cells, what its columns are taken for, and what all of its rows share. */
export type Sheet = ReadTable & { fileName: string; mapping: Mapping; fixed: Fixed }
/** Without these a row cannot become anything; each of a group will do. */
const needed: readonly (readonly ImportField[])[] = [
  ['name'],
  ['phone', 'idNumber'],
  ['product', 'creditor'],
  ['method'],
  ['principal'],
]

/** Fields that no column and no common value gives. */
export const missingIn = ({ mapping, fixed }: Sheet): ImportField[] =>
  needed.flatMap((group) => {
    const isGiven = group.some((field) => mapping.includes(field) || fixed[field] !== undefined)
    return isGiven ? [] : group.slice(0, 1)
  })

/** The rows as they are sent: what all share, and what each says for itself. */
export const rowsToSend = ({ records, mapping, fixed }: Sheet): SentRow[] =>
  records.map(({ line, cells }) => ({ line, values: { ...fixed, ...valuesOf(cells, mapping) } }))

/** The title of the column a fault is about, in the words of the file. */
export const titleOf = ({ header, mapping }: Pick<Sheet, 'header' | 'mapping'>, field: string): string | undefined =>
  isImportField(field) ? header[mapping.indexOf(field)] : undefined
