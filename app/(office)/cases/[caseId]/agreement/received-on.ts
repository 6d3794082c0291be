import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import type { CaseView } from '../_frame/case-view'

/** The day a file came, on the office's clock and in the reader's language; nothing where it has not come. */
export const receivedOn = (at: string | null, { timeZone, locale }: CaseView['actor']) =>
  at === null ? '' : civilDates(locale).inColumn(dayOf(at, timeZone))
