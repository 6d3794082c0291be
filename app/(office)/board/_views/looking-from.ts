import { boardDensities, caseStages } from '@/db/vocabulary'
import { filtersFrom } from '@/lib/cases/filters'
import type { Layout, Looking, View } from './looking'

type Given = Record<string, string | string[] | undefined>

/** How an address looks at cases, and through which view. */
export function lookingFrom(given: Given, layout: Layout): Looking & { viewId: string | undefined } {
  const { q: _words, ...filters } = filtersFrom(given)
  const stage = layout === 'list' ? caseStages.find((one) => one === given['stage']) : undefined
  const density = boardDensities.find((one) => one === given['density']) ?? 'comfortable'
  const viewId = typeof given['view'] === 'string' ? given['view'] : undefined
  return { filters: { ...filters, ...(stage && { stage }) }, layout, density, viewId }
}

/** A view as it was kept; what this product no longer knows of it is left out. */
export const knownView = ({ filters, ...view }: Omit<View, 'filters'> & { filters: Given }): View => ({
  ...view,
  filters: lookingFrom(filters, view.layout).filters,
})

/** Does an address ask for nothing at all, so that the board may open with the view somebody chose? */
export const asksNothing = (given: Given) => Object.values(given).every((value) => value === undefined)
