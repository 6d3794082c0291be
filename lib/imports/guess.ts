import { columnOf, type ImportField, importFields } from './columns'

/** Which field each column of a spreadsheet is, or none; by place, as titles may repeat. */
export type Mapping = readonly (ImportField | null)[]

/** What the titles say the columns are. A field is taken once: of two columns that could be it, the first. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<ImportField>()
  return header.map((title) => {
    const field = fieldCalled(title)
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** Fields that two columns were given to: which of them counts nobody could say. */
export const twice = (mapping: Mapping): ImportField[] => [
  ...new Set(mapping.flatMap((field, index) => (field !== null && mapping.indexOf(field) < index ? [field] : []))),
]

/** The cells of a row under the fields they were given to; empty cells are not known. */
export const valuesOf = (cells: readonly string[], mapping: Mapping): Partial<Record<ImportField, string>> =>
  Object.fromEntries(
    mapping.flatMap((field, index) => {
      const cell = cells[index]?.trim() ?? ''
      return field === null || cell === '' ? [] : [[field, cell]]
    }),
  )

/** A title without blanks, marks and units, so that 日利率（%） is 日利率. */
export const plainTitle = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|[\s:*_.-]/g, '')

const byTitle = new Map(
  importFields.flatMap((field) => [field, ...columnOf(field).titles].map((title) => [plainTitle(title), field] as const)),
)

const fieldCalled = (title: string) => byTitle.get(plainTitle(title))
