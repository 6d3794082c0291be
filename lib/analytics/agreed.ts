import { type Money, money, sum, toText } from '@/lib/platform/money'
import type { Version } from './version'

/** So many approved versions with this change of the monthly payment (CNY as text) that kept their first six months or not. */
export type AgreedRow = { change: string | null; kept: boolean | null; n: number }

/** The same of versions read one by one; what was not decided changed nothing. */
export const agreedOf = (versions: readonly Version[]): AgreedRow[] =>
  versions.flatMap(({ approval, change, kept }) => {
    if (approval === 'approved') return [{ change, kept, n: 1 }]
    return approval === 'refused' ? [{ change: null, kept, n: 1 }] : []
  })

/** The middle change of the monthly payment among the approved, CNY, and of how many; null where there is none. */
export function middleChange(rows: readonly AgreedRow[]) {
  const byChange = new Map<string, number>()
  for (const { change, n } of rows) if (change !== null) byChange.set(change, (byChange.get(change) ?? 0) + n)
  const sorted = [...byChange].map(([text, n]) => ({ change: money(text), n })).sort((a, b) => a.change.cmp(b.change))
  const all = sorted.reduce((total, { n }) => total + n, 0)
  const ranks = [Math.ceil(all / 2), Math.floor(all / 2) + 1]
  const middle = ranks.flatMap((rank) => changeAt(sorted, rank) ?? [])
  return all === 0 ? null : { n: all, median: toText(sum(middle).div(middle.length)) }
}

/** The change at this rank, counted from 1. */
function changeAt(sorted: readonly { change: Money; n: number }[], rank: number) {
  let passed = 0
  for (const { change, n } of sorted) {
    passed += n
    if (passed >= rank) return change
  }
  return undefined
}

/** How many agreements kept their first six months, of those whose six months are over. */
export function keptCount(rows: readonly AgreedRow[]) {
  const known = rows.filter(({ kept }) => kept !== null)
  const count = (some: readonly AgreedRow[]) => some.reduce((total, { n }) => total + n, 0)
  return { n: count(known), events: count(known.filter(({ kept }) => kept)) }
}
