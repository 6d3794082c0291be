import type { CivilDate } from '@/lib/platform/dates'
import { stretchesOf, type UnitCount } from './periods'
import type { Rounding } from './rounding'
import { leavesTeam } from './small-cells'

/**
 * Over which days the sent versions of an answer go, and of how many creditors and counsellors they are; null where that would tell of
 * a few. `few`: below how many.
 */
export type Reach = { from: CivilDate; to: CivilDate; creditors: number | null; counsellors: number | null; few: number }

/** Who was asked and whose cases they are, in one month or quarter. */
export type Sent = UnitCount & { creditors: readonly string[]; counsellors: readonly string[] }
type Telling = { limit: number; round: Rounding; isNarrowed: boolean; today: CivilDate }

/**
 * The days are those of whole stretches, as periods are (periods.ts), so that they tell nothing that the widening of a period does not.
 * The team knows how many counsellors it has; of a part of it, and outside, they are people like any other.
 */
export function reachOf(sent: readonly Sent[], { limit, round, isNarrowed, today }: Telling): Reach | null {
  const stretches = stretchesOf(sent, limit)
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) return null
  const told = (n: number, isFewTold: boolean) => (n > 0 && n < limit && !isFewTold ? null : round(n))
  const many = (of: 'creditors' | 'counsellors') => new Set(sent.flatMap((unit) => unit[of])).size
  return {
    ...{ from: first.first, to: last.last < today ? last.last : today, few: limit },
    creditors: told(many('creditors'), !leavesTeam(limit)),
    counsellors: told(many('counsellors'), !leavesTeam(limit) && !isNarrowed),
  }
}
