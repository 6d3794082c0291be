import type { boardDensities, boardLayouts, caseStages } from '@/db/vocabulary'
import type { CaseFilters } from '@/lib/cases/filters'

export type Layout = (typeof boardLayouts)[number]
export type Density = (typeof boardDensities)[number]
type Stage = (typeof caseStages)[number]

/** How cases are looked at, without words searched for: what a view keeps. */
export type Looking = { filters: Omit<CaseFilters, 'q'> & { stage?: Stage | undefined }; layout: Layout; density: Density }

/** A view as a page gets it. */
export type View = Looking & {
  id: string
  name: string
  owner: string
  isMine: boolean
  isShared: boolean
  version: number
}

const places: Record<Layout, string> = { board: '/board', list: '/cases' }

/** The address of a way of looking, in the frame of a view: complete, so that it shows the same to whoever may open it. */
export function addressOf({ filters, layout, density }: Looking, viewId?: string): string {
  const query = new URLSearchParams(viewId === undefined ? [] : [['view', viewId]])
  for (const [name, value] of Object.entries(filters)) for (const one of [value ?? []].flat()) query.append(name, one)
  if (density !== 'comfortable') query.set('density', density)
  return query.size === 0 ? places[layout] : `${places[layout]}?${query}`
}

/** Does the page show something else than the view keeps? */
export const isChanged = (now: Looking, view: Looking): boolean => addressOf(sorted(now)) !== addressOf(sorted(view))

const sorted = ({ filters, ...rest }: Looking): Looking => ({
  ...rest,
  filters: Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  ),
})

/** The frame of no view: the plain board, also for who has chosen another to open with. */
export const plain = 'all'
