/** Where one may come to a case from, and have it shown among others. */
export const shownPlaces = ['board', 'list', 'today'] as const
export type ShownPlace = (typeof shownPlaces)[number]

/** The cases a page showed, in its order, and the address at which it did. */
export type Shown = { place: ShownPlace; href: string; ids: readonly string[] }

/** Where a case stands among those shown: first is 1. Nothing where it was not shown. */
export function besideIn({ ids }: Pick<Shown, 'ids'>, id: string) {
  const at = ids.indexOf(id)
  if (at < 0) return undefined
  return { position: at + 1, count: ids.length, previous: ids[at - 1], next: ids[at + 1] }
}

/** The same page of another case: its money after the money of this one. Pages of one proposal or paper lead to all of them. */
export function samePageOf(path: string, id: string) {
  const page = /^\/cases\/[^/]+\/([a-z]+)/.exec(path)?.[1]
  return page === undefined ? `/cases/${id}` : `/cases/${id}/${page}`
}

/** What is remembered, as text; a day's work shows fewer than this many at once. */
export const shownText = ({ place, href, ids }: Shown) => JSON.stringify({ place, href, ids: ids.slice(0, 1_000) })

/** What `shownText` wrote, or nothing where it is not that. */
export function readShown(text: string | null): Shown | undefined {
  if (text === null) return undefined
  try {
    return shownIn(JSON.parse(text))
  } catch {
    return undefined
  }
}

function shownIn(value: { place?: unknown; href?: unknown; ids?: unknown } | null): Shown | undefined {
  const place = shownPlaces.find((one) => one === value?.place)
  const [href, ids] = [value?.href, value?.ids]
  // An address of our own and nothing else: it becomes a link.
  if (place === undefined || typeof href !== 'string' || !/^\/[a-z]/.test(href) || !Array.isArray(ids)) return undefined
  return { place, href, ids: ids.filter((id) => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) }
}
