import { chinaCalendar } from '@/lib/platform/china-calendar'
import { civilDateIn } from '@/lib/platform/dates'
import { isWorkingDay } from '@/lib/platform/working-days'

/** When colleagues are written to: on working days, minutes after midnight where the office is. */
const opens = 8 * 60 + 30
const closes = 18 * 60
const step = 15 * 60_000
/** No holidays are as long. */
const longestWait = 20 * 24 * 4

/** Minutes after midnight on the clocks of a zone. */
export function minuteOfDay(at: Date, zone: string): number {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [hour = '0', minute = '0'] = shown.format(at).split(':')
  return Number.parseInt(hour, 10) * 60 + Number.parseInt(minute, 10)
}

/** Now where it is working time, else the quarter of an hour at which it begins: a mail to a colleague waits for it. */
export function workingMomentFor(now: Date, zone: string): Date {
  if (isWorkingTime(now, zone)) return now
  const start = Math.ceil(now.getTime() / step) * step
  for (let quarter = 0; quarter < longestWait; quarter += 1) {
    const at = new Date(start + quarter * step)
    if (isWorkingTime(at, zone)) return at
  }
  throw new Error(`no working time within twenty days of ${now.toISOString()}`)
}

const isWorkingTime = (at: Date, zone: string) => {
  const minute = minuteOfDay(at, zone)
  return minute >= opens && minute < closes && isWorkingDay(civilDateIn(at, zone), chinaCalendar)
}

/** Whether the working time of a day has begun by now; days before are over. */
export function hasBegun(day: string, now: Date, zone: string): boolean {
  const today = civilDateIn(now, zone)
  return day < today || (day === today && minuteOfDay(now, zone) >= opens)
}
