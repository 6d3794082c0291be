import { filterDay } from '@/lib/analytics/filter'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** The filter of an address; what does not fit is left out. */
export const askedOf = (params: Params) => ({
  from: dayIn(params['from']),
  to: dayIn(params['to']),
  creditor: matching(params['creditor'], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  team: matching(params['team'], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
})
export type Chosen = ReturnType<typeof askedOf>

/** Where the same report is found as a file. */
export function fileHref(report: string, chosen: Chosen, format: string) {
  const known = Object.entries(chosen).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return `/reports/${report}/export?${new URLSearchParams([...known, ['format', format]])}`
}

const dayIn = (text: Params[string]) => filterDay.safeParse(text).data

const matching = (text: string | string[] | undefined, shape: RegExp) =>
  typeof text === 'string' && shape.test(text) ? text : undefined
