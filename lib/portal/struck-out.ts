import { type CivilDate, daysBetween } from '@/lib/platform/dates'

const tellDays = 60

/** Payments that were struck out so lately that the client is told of them. */
export const stillTold = <Struck extends { struckOn: CivilDate }>(struckOut: readonly Struck[], today: CivilDate) =>
  struckOut.filter(({ struckOn }) => daysBetween(struckOn, today) <= tellDays)
