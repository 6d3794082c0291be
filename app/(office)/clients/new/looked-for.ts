/** What two records of one person share; each with the most characters that are looked for. */
const most = { name: 200, phone: 60, idNumber: 60 } as const
type Field = keyof typeof most
const fields: readonly Field[] = ['name', 'phone', 'idNumber']

type Wanted = { [Name in Field]?: string }
type Typed = Record<string, string>

/** What a form gives to look for. */
export const wantedIn = (typed: Typed): Wanted =>
  Object.fromEntries(fields.map((field) => [field, (typed[field] ?? '').trim().slice(0, most[field])]))

export const isAnything = (wanted: Wanted) => Object.values(wanted).some((text) => text !== '')

/** The form for somebody new carries along, under these names, what was looked for before. */
const lookedName = (field: Field) => `_looked_${field}`
export const carried = (typed: Typed): Typed =>
  Object.fromEntries(fields.map((field) => [lookedName(field), wantedIn(typed)[field] ?? '']))

/** What stands in the form that nobody has looked for yet. */
export function changedSince(typed: Typed): Wanted {
  const now = wantedIn(typed)
  return Object.fromEntries(fields.filter((field) => now[field] !== typed[lookedName(field)]).map((field) => [field, now[field]]))
}
