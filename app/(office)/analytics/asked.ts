import { hardshipTypes } from '@/db/vocabulary'

type Params = Record<string, string | string[] | undefined>

/** Which ratio the plot draws; the table always has all three. */
export const plotted = ['adjusted', 'stratified', 'crude'] as const
export type Plotted = (typeof plotted)[number]

/** The filter of an address; what does not fit is left out. */
export const filterOf = (params: Params) => ({
  product: matching(params['product'], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  hardship: hardshipTypes.find((type) => type === params['hardship']),
  from: matching(params['from'], /^\d{4}-\d{2}-\d{2}$/),
  to: matching(params['to'], /^\d{4}-\d{2}-\d{2}$/),
})
export type Filter = ReturnType<typeof filterOf>

/** `?view=raw` draws the unadjusted ratio. */
export const plottedOf = ({ view }: Params): Plotted => {
  if (view === 'raw') return 'crude'
  return view === 'stratified' ? 'stratified' : 'adjusted'
}
const viewName = { crude: 'raw', stratified: 'stratified', adjusted: 'adjusted' } as const

/** An address with this filter. */
export function hrefWith(path: string, filter: Filter, more: Record<string, string> = {}) {
  const known = Object.entries({ ...filter, ...more }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`
}
export const viewHref = (filter: Filter, view: Plotted) => hrefWith('/analytics', filter, { view: viewName[view] })

const matching = (text: string | string[] | undefined, shape: RegExp) =>
  typeof text === 'string' && shape.test(text) ? text : undefined
