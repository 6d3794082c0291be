import type { CaseFilters } from '@/lib/cases/filters'

/** Filters as an address carries them, always in the same order. */
export function queryOf(filters: CaseFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) for (const one of [value ?? []].flat()) query.append(name, one)
  return query.toString()
}
