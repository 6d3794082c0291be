import type { CaseFilters } from '@/lib/cases/filters'

/** Filters as an address carries them, always in the same order. */
export function queryOf(filters: CaseFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) for (const one of [value ?? []].flat()) query.append(name, one)
  return query.toString()
}

/** An address with some filters changed: empty ones leave it, and paging starts over. */
export function withChanges(now: URLSearchParams, changes: Record<string, readonly string[]>): string {
  const kept = [...now].filter(([name]) => name !== 'after' && changes[name] === undefined)
  const set = Object.entries(changes).flatMap(([name, values]) => values.filter(Boolean).map((value) => [name, value]))
  return new URLSearchParams([...kept, ...set]).toString()
}
