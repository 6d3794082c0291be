import type { StatementKind } from '@/lib/clients/statement'
import type { StatementView } from '@/lib/clients/statement.queries'

/** One line while it is typed. */
export type Row = { key: number; kind: StatementKind; category: string; amount: string; note: string }

/** The lines of the last version, or the ones most households have. */
export function startingRows(from: StatementView | undefined): Row[] {
  const lines = from?.lines ?? usual
  return lines.map(({ kind, category, amount, note }, key) => ({ key, kind, category, amount, note: note ?? '' }))
}

const line = (kind: StatementKind, category: string) => ({ kind, category, amount: '', note: undefined })

const usual = [
  line('income', 'EARNINGS'),
  line('fixed', 'HOUSING'),
  line('fixed', 'UTILITIES'),
  line('flexible', 'FOOD'),
  line('flexible', 'COMMUNICATION'),
]
