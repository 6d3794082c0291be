/** One row on its way into a table: columns by their names in the database, values as JSON. */
export type Row = Record<string, unknown>

/** The tables a seed fills, parents before children. */
export const tables = [
  'clients',
  'consents',
  'authorisations',
  'hardships',
  'statements',
  'cases',
  'debts',
  'case_search',
  'stage_events',
  'contacts',
  'proposal_versions',
  'proposal_lines',
  'factor_snapshots',
  'decisions',
] as const
export type Table = (typeof tables)[number]
export type Rows = Partial<Record<Table, Row[]>>

/** Rows of many cases together, table by table. */
export function together(parts: readonly Rows[]): Rows {
  const all: Rows = {}
  for (const table of tables) all[table] = parts.flatMap((part) => part[table] ?? [])
  return all
}
