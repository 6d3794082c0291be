import { addDays, type CivilDate, civilDateIn } from '@/lib/platform/dates'

export const demoZone = 'Asia/Shanghai'
/** All year: the zone keeps no summer time. */
const offset = '+08:00'

export type Calendar = ReturnType<typeof calendarOf>

/** The demo's time: days are counted from the day it is loaded (-30 is a month ago), and nothing happens after that moment. */
export function calendarOf(now: Date) {
  const today = dayOf(now)
  const on = (day: number): CivilDate => addDays(today, day)
  return {
    now,
    today,
    on,
    /** The moment a clock in the office showed `time` ('09:30') on a day. */
    at: (day: number, time: string): Date => noLater(new Date(`${on(day)}T${time}:00${offset}`), now),
  }
}

export const dayOf = (moment: Date): CivilDate => civilDateIn(moment, demoZone)

const noLater = (moment: Date, now: Date) => (moment < now ? moment : now)
