import { hardshipTypes } from '@/db/vocabulary'
import { filterDay, origins, rounds } from '@/lib/analytics/filter'

type Params = Record<string, string | string[] | undefined>

/** Which ratio the plot draws; the table always has all three. */
export const plotted = ['adjusted', 'stratified', 'crude'] as const
export type Plotted = (typeof plotted)[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The filter of an address; what does not fit is left out. */
export const filterOf = (params: Params) => ({
  creditor: matching(params['creditor'], uuid),
  product: matching(params['product'], uuid),
  team: matching(params['team'], uuid),
  hardship: hardshipTypes.find((type) => type === params['hardship']),
  round: rounds.find((round) => round === params['round']),
  origin: origins.find((origin) => origin === params['origin']),
  from: dayIn(params['from']),
  to: dayIn(params['to']),
})
export type Filter = ReturnType<typeof filterOf>

/** What an address asks to filter by with a value that there is none of: figures without it would be of something else. */
export function unknownIn(params: Params): (keyof Filter)[] {
  const filter = filterOf(params)
  return filterNames.filter((name) => (params[name] ?? '') !== '' && filter[name] === undefined)
}
const filterNames = [
  'creditor',
  'product',
  'team',
  'hardship',
  'round',
  'origin',
  'from',
  'to',
] as const satisfies (keyof Filter)[]

/** The filter over the period that was really counted. */
export const countedOver = (filter: Filter, { from, to }: { from: string | null; to: string | null }): Filter => ({
  ...filter,
  from: from ?? undefined,
  to: to ?? undefined,
})

const dayIn = (value: Params[string]) => filterDay.safeParse(value).data

/** `?view=raw` draws the unadjusted ratio. */
export const plottedOf = ({ view }: Params): Plotted => {
  if (view === 'raw') return 'crude'
  return view === 'stratified' ? 'stratified' : 'adjusted'
}
const viewName = { crude: 'raw', stratified: 'stratified', adjusted: 'adjusted' } as const

/** The part of an address that says which ratio is drawn; nothing for the usual one. */
export const viewOf = (ratio: Plotted): { view?: string } => (ratio === 'adjusted' ? {} : { view: viewName[ratio] })

/** An address with this filter. */
export function hrefWith(path: string, filter: Filter, more: Record<string, string | undefined> = {}) {
  const known = Object.entries({ ...filter, ...more }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`
}
export const viewHref = (filter: Filter, view: Plotted) => hrefWith('/analytics', filter, { view: viewName[view] })

/** Where the cases behind a level are listed, for those who may see cases; an empty level: not recorded. */
export type Linked = ((factor: string, level: string) => string) | null
export const casesHref =
  (filter: Filter): Linked =>
  (factor, level) =>
    hrefWith('/analytics/cases', filter, { factor, level })

const matching = (text: string | string[] | undefined, shape: RegExp) =>
  typeof text === 'string' && shape.test(text) ? text : undefined
