import { addDays, civilDateIn } from '@/lib/platform/dates'

/** Days within which an import can be undone. */
const undoDays = 7

/** Whether an import of the moment `at` can still be undone: through the seventh day after its own, as the office counts days. */
export const canUndo = (at: Date, { now, zone }: { now: Date; zone: string }): boolean =>
  civilDateIn(now, zone) <= addDays(civilDateIn(at, zone), undoDays)
