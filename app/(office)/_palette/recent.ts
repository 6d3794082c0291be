import type { Entry } from './entries'

/** How many lines are remembered. */
const kept = 5

/** The lines used last, this one first. */
export const withLast = (recent: readonly Kept[], last: Kept): Kept[] =>
  [last, ...recent.filter(({ id }) => id !== last.id)].slice(0, kept)

/** What is remembered of a line: of a case its number alone, of known lines nothing but which; clients are not remembered. */
export type Kept = { id: string; number?: string }

export function keptOf(entry: Entry): Kept | undefined {
  if (entry.id.startsWith('client:')) return undefined
  const number = entry.id.startsWith('case:') ? entry.text.split(' · ').at(-1) : undefined
  return number === undefined ? { id: entry.id } : { id: entry.id, number }
}

/** Remembered lines as they are shown; what is no longer offered is left out. */
export function recentEntries(recent: readonly Kept[], known: readonly Entry[]): Entry[] {
  return recent.flatMap(({ id, number }) => {
    if (number !== undefined) return [{ id, text: number, href: `/cases/${id.replace('case:', '')}` }]
    return known.filter((entry) => entry.id === id)
  })
}

/** Kept in this browser, per account; whatever else stands there counts as nothing. */
export function readRecent(who: string): Kept[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place(who)) ?? '[]')
    return Array.isArray(read) ? read.filter(isKept).slice(0, kept) : []
  } catch {
    return []
  }
}

export const writeRecent = (who: string, recent: readonly Kept[]) => localStorage.setItem(place(who), JSON.stringify(recent))

const place = (who: string) => `parley.recent.${who}`

const isKept = (one: unknown): one is Kept =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  typeof one.id === 'string' &&
  (!('number' in one) || /^[A-Z]{1,4}-\d{1,9}$/.test(String(one.number)))
