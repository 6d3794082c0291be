import type { ReliefLine } from '@/db/schema/proposals'
import type { CivilDate } from '@/lib/platform/dates'

type Asks = { validUntil: CivilDate | null; lines: readonly { reliefs: readonly ReliefLine[] }[] }

/**
 * Whether a version holds until a day, or asks for one, that is gone by on `today` (civil dates of the office). It goes by the day it is
 * looked at: the letter may bear an earlier one.
 */
export const asksForPastDay = ({ validUntil, lines }: Asks, today: CivilDate): boolean =>
  [validUntil, ...lines.flatMap(({ reliefs }) => reliefs.flatMap(daysOf))].some((day) => typeof day === 'string' && day < today)

const daysOf = ({ on, firstDue }: ReliefLine) => [on, firstDue]
