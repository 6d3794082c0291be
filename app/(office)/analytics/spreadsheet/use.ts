import type { ColumnSummary, Looks } from '@/lib/analysis/upload'

/** What a column may be taken for. */
export const uses = ['ignore', 'outcome', 'category', 'ordered', 'number', 'strata', 'cluster', 'days'] as const
export type Use = (typeof uses)[number]
/** When the facts of a column were known. What was known only afterwards is refused by the engine. */
export const knownWhen = ['before_submission', 'at_decision', 'after_decision'] as const
export type Known = (typeof knownWhen)[number]

export type Column = ColumnSummary & { use: Use; known: Known }
export type Outcome = { event: string; nonEvent: string }

const firstUse: Record<Looks, Use> = { outcome: 'outcome', category: 'category', number: 'number', identifier: 'ignore' }

/** Columns with a first guess; only the first that looks like the outcome is taken for it. */
export function guessed(columns: readonly ColumnSummary[]): Column[] {
  const outcome = columns.find(({ looks }) => looks === 'outcome')
  return columns.map((column) => ({
    ...column,
    use: column.looks === 'outcome' && column !== outcome ? 'category' : firstUse[column.looks],
    known: 'before_submission',
  }))
}

const approvedWords = /^(approved|accepted|granted|获批|批准|同意|通过)$/i
const refusedWords = /^(rejected|refused|declined|拒绝|被拒|不同意|未获批)$/i

/** Which values of the outcome mean approved and refused, as far as their words tell. */
export const guessedOutcome = (levels: readonly string[]): Outcome => ({
  event: levels.find((level) => approvedWords.test(level)) ?? '',
  nonEvent: levels.find((level) => refusedWords.test(level)) ?? '',
})

/** The same levels with one of them a place earlier. */
export const raised = (levels: readonly string[], place: number): string[] =>
  place === 0
    ? [...levels]
    : levels.map((level, index) => (index === place - 1 ? levels[place] : index === place ? levels[place - 1] : level) ?? level)

/** The spec of `parley analyse` for these columns (contracts.md 5). */
export function specOf(columns: readonly Column[], outcome: Outcome) {
  const named = (use: Use) => columns.find((column) => column.use === use)?.name ?? null
  const days = named('days')
  return {
    outcome: { column: named('outcome') ?? '', ...outcome },
    factors: columns.flatMap(({ name, use, known, levels }) => {
      if (use !== 'category' && use !== 'ordered' && use !== 'number') return []
      return [{ column: name, type: use, knownAt: known, ...(use === 'ordered' && levels !== null && { levels }) }]
    }),
    stratifyBy: named('strata'),
    clusterBy: named('cluster'),
    time: days === null ? null : { column: days },
  }
}
