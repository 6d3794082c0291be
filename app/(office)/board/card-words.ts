import type { Card } from '@/lib/cases/card'
import { stages } from '@/lib/cases/stages'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addDays, type CivilDate, civilDateIn, daysBetween } from '@/lib/platform/dates'
import { workingDaysBetween } from '@/lib/platform/working-days'

export type Due = { tone: 'late' | 'soon' | 'later'; says: 'late' | 'today' | 'tomorrow' | 'date' | 'none'; days: number }

/** What a due date means today: late in red, today and tomorrow in amber, else just a date. */
export function dueOf(due: CivilDate | null, today: CivilDate): Due {
  if (due === null) return { tone: 'soon', says: 'none', days: 0 }
  const days = daysBetween(due, today)
  if (days > 0) return { tone: 'late', says: 'late', days }
  if (days === 0) return { tone: 'soon', says: 'today', days }
  return due === addDays(today, 1) ? { tone: 'soon', says: 'tomorrow', days } : { tone: 'later', says: 'date', days }
}

/** Working days a card has been in its stage, and whether that is more than the stage's target. */
export function stayOf({ since, stage }: Pick<Card, 'since' | 'stage'>, { today, timeZone }: Now) {
  const days = workingDaysBetween(civilDateIn(new Date(since), timeZone), today, chinaCalendar)
  const { targetDays } = stages[stage]
  return { days, target: targetDays, isOver: targetDays !== null && days > targetDays }
}

export type Now = { today: CivilDate; timeZone: string }

/** A hold that has not ended yet; on its date the case is awake again. */
export const isHeld = ({ hold }: Pick<Card, 'hold'>, today: CivilDate) => hold !== null && hold > today

/** The one character a person is known by on a card. */
export const initialOf = (name: string) => [...name.trim()][0] ?? ''

/** `11-27` or `27 Nov`, with the year where it is not this one. */
export function shortDate(date: CivilDate, today: CivilDate, locale: string) {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4)
  if (locale !== 'en') return isThisYear ? date.slice(5) : date
  return (isThisYear ? inThisYear : inAnotherYear).format(new Date(`${date}T00:00:00Z`))
}

const inThisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const inAnotherYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
