import { lazy, useEffect } from 'react'

const parts = {
  windows: () => import('./card-windows'),
  missing: () => import('./missing-dialog'),
  menu: () => import('./pop-menu'),
  views: () => import('./_views/view-choices'),
}

/** What the board can do without until somebody asks for it. */
export const CardWindow = lazy(async () => ({ default: (await parts.windows()).CardWindow }))
export const MissingDialog = lazy(async () => ({ default: (await parts.missing()).MissingDialog }))
export const FilterMenu = lazy(async () => ({ default: (await parts.menu()).PopMenu<string> }))
export const ViewChoices = lazy(async () => ({ default: (await parts.views()).ViewChoices }))

/** Fetches all of it once the page has come to rest, so that it opens at once, also without a connection. */
export function usePartsAtRest() {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled(Object.values(parts).map((part) => part())), 2000)
    return () => clearTimeout(timer)
  }, [])
}
