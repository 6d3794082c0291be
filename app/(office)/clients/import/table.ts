import type { ImportField } from '@/lib/imports/columns'
import { type Mapping, valuesOf } from '@/lib/imports/guess'
import type { SentRow } from '@/lib/imports/input'
import type { RowFault } from '@/lib/imports/row'
import type { ReadTable } from '@/lib/platform/table-read'

/** Fields that may be the same for every row of a file. */
export const fixable = ['product', 'method', 'owner'] as const
export type Fixed = Partial<Record<ImportField, string>>

/** Somebody's table on the page: its cells, what its columns are taken for, and what all of its rows share. */
export type Sheet = ReadTable & { fileName: string; mapping: Mapping; fixed: Fixed }
export type RowState = 'NEW' | 'JOINS' | 'IMPORTED' | 'KNOWN' | 'REFUSED' | 'UNDONE' | 'KEPT'
export type Found = { line: number; state: RowState; faults: readonly { field: string; fault: string }[] }

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
export const titleOf = ({ header, mapping }: Pick<Sheet, 'header' | 'mapping'>, field: RowFault['field']): string | undefined =>
  field === '' ? undefined : header[mapping.indexOf(field)]

export const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

export const countOf = (found: readonly Found[], state: RowState) => found.filter((row) => row.state === state).length
