import type { ReliefLine } from '@/db/schema/proposals'
import type { Treatment } from '@/db/vocabulary'
import { toText, zero } from '@/lib/platform/money'
import type { AskedLine } from '@/lib/proposals/work-out'
import { arrearsBuckets } from '@/lib/relief/offer'
import { planAsked } from '@/lib/relief/quote'
import { toPlan } from '@/lib/schedules/plan'
import { affordability } from './affordability'
import type { Ground, Note } from './ground'

/** What is asked of one loan note, for a number of instalments more than it has left. */
export type Ask = (note: Note, added: number) => ReliefLine[]

/**
 * The shortest time at which what is asked can be paid out of the budget, month by month. Arrears are paid with the first
 * instalment where the budget bears that, else they join the principal. Where nothing fits: the longest time there is.
 * Undefined where no time can be added and some has to be.
 */
export function shortestFitting(ground: Ground, ask: Ask, least: number): AskedLine[] | undefined {
  if (ground.room < least) return undefined
  const within = (treatment: Treatment) => shortest(ground, least, (added) => linesOf(ground, ask, { added, treatment }))
  const first = within('FIRST_INSTALMENT')
  return fits(ground, first) || !ground.notes.some(hasArrears) ? first : within('CAPITALISE')
}

export const hasArrears = ({ debt: { buckets } }: Note) => arrearsBuckets.some((bucket) => buckets[bucket].gt(zero))

/** One line for each loan note; one of which nothing is asked goes on as agreed. */
export const linesOf = (
  { notes }: Ground,
  ask: Ask,
  { added, treatment }: { added: number; treatment: Treatment },
): AskedLine[] => notes.map((note) => ({ debtId: note.sheet.debtId, reliefs: ask(note, added), treatment }))

/** A longer term never raises an instalment, so the least one that fits is found by halving. */
function shortest(ground: Ground, least: number, lines: (added: number) => AskedLine[]): AskedLine[] {
  let [low, high] = [least, ground.room]
  if (!fits(ground, lines(high))) return lines(high)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(ground, lines(middle))) high = middle
    else low = middle + 1
  }
  return lines(low)
}

/** Whether everything falls within the budget in every month. */
export function fits({ notes, budget, from }: Ground, lines: readonly AskedLine[]): boolean {
  const plans = notes.map(({ debt, sheet }) => {
    const asked = lines.find(({ debtId }) => debtId === sheet.debtId)
    const { rows, total, interest, last } = toPlan(planAsked({ debt, reliefs: [], from, ...asked }))
    return { rows, total, interest, last: last ?? '' }
  })
  return affordability(plans, toText(budget)).fits
}
