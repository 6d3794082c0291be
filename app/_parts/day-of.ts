import { type CivilDate, civilDateIn } from '@/lib/platform/dates'

/** The day an instant fell on, in the organisation's zone. */
export const dayOf = (instant: string, timeZone: string): CivilDate => civilDateIn(new Date(instant), timeZone)
