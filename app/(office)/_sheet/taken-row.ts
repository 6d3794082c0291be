/** What became, or would become, of a row of somebody's table. */
export type TakenRow = {
  line: number
  state: 'NEW' | 'JOINS' | 'IMPORTED' | 'KNOWN' | 'REFUSED' | 'UNDONE' | 'KEPT'
  faults: readonly { field: string; fault: string }[]
}

/** How to mend a cell, where a page has more to say of it than the code of the fault. */
export type ReasonOf = (wrong: { field: string; fault: string }) => string

export const countOf = (found: readonly TakenRow[], state: TakenRow['state']) => found.filter((row) => row.state === state).length

export const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
