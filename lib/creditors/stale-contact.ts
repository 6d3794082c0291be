import { addDays, type CivilDate } from '@/lib/platform/dates'

/** Days after which contact details have to be looked at again. */
export const staleAfterDays = 180

/** Whether a number or address was last verified too long ago to be relied on (SP-10). */
export const isStale = (verifiedOn: CivilDate, today: CivilDate): boolean => addDays(verifiedOn, staleAfterDays) < today
