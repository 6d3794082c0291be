import { at } from '@/lib/statistics/numbers'

/** Of some words the one that is fewest letters away from another (Levenshtein 1966), however its letters are capitalised. */
export function nearestOf(words: readonly string[], word: string): string {
  const [first] = words
    .map((one) => ({ one, away: lettersApart(one.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)
  return first?.one ?? ''
}

/** Row by row of the table of all beginnings of both words. */
function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [row, letter] of [...one].entries()) {
    const next = [row + 1]
    for (const [place, theirs] of [...other].entries()) {
      const changed = at(above, place) + (letter === theirs ? 0 : 1)
      next.push(Math.min(changed, at(above, place + 1) + 1, at(next, place) + 1))
    }
    above = next
  }
  return at(above, above.length - 1)
}
