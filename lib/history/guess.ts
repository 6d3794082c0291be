import { plainTitle } from '@/lib/imports/guess'
import { type HistoryField, historyColumn, historyFields } from './columns'
import type { HistoryValues } from './row'

/** Which field each column of a spreadsheet is, or none; by place, as titles may repeat. */
export type HistoryMapping = readonly (HistoryField | null)[]

/** What the titles say the columns are: their name, what they are often called, or the factor's number. The first one counts. */
export function guessHistory(header: readonly string[]): HistoryMapping {
  const taken = new Set<HistoryField>()
  return header.map((title) => {
    const field = byTitle.get(plainTitle(title))
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** The cells of a row under the fields they were given to; empty cells are not known. */
export const historyValues = (cells: readonly string[], mapping: HistoryMapping): HistoryValues =>
  Object.fromEntries(
    mapping.flatMap((field, index) => {
      const cell = cells[index]?.trim() ?? ''
      return field === null || cell === '' ? [] : [[field, cell]]
    }),
  )

/** Fields a row cannot do without that no column gives; each of a group will do. */
export const lackingIn = (mapping: HistoryMapping): HistoryField[] =>
  needed.flatMap((group) => (group.some((field) => mapping.includes(field)) ? [] : group.slice(0, 1)))

const needed: readonly (readonly HistoryField[])[] = [
  ...([['sentOn'], ['outcome'], ['product', 'creditor'], ['caseNumber', 'person']] as const),
]

const titlesOf = (field: HistoryField): string[] => {
  const { titles, factor } = historyColumn(field)
  return [field, ...titles, ...(factor === undefined ? [] : [factor])]
}
const byTitle = new Map(historyFields.flatMap((field) => titlesOf(field).map((title) => [plainTitle(title), field] as const)))
