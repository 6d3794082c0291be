import { z } from 'zod'
import { civilDateIn, isCivilDate } from '@/lib/platform/dates'

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const absolute = z.iso.datetime({ offset: true })

/**
 * The instant that the clocks of `zone` show as `local` ('2026-11-21T14:32'), or that names its own offset from UTC, as answers
 * do ('2026-11-21T06:32:00.000Z'). A time that the zone skips in spring is moved on by the gap. Undefined where the text is no
 * time, or its day is in no calendar.
 */
export function instantOf(local: string, zone: string): Date | undefined {
  if (absolute.safeParse(local).success) return new Date(local)
  const [, date, hour, minute] = shape.exec(local) ?? []
  if (date === undefined || !isCivilDate(date)) return undefined
  const asUtc = Date.parse(`${date}T${hour}:${minute}:00Z`)
  const guess = new Date(asUtc - offsetAt(new Date(asUtc), zone))
  return new Date(asUtc - offsetAt(guess, zone))
}

/** The other way round: what the clocks of `zone` show at an instant, as an input of type datetime-local takes it. */
export const localOf = (instant: Date, zone: string): string => `${civilDateIn(instant, zone)}T${timeIn(instant, zone)}`

const timeIn = (instant: Date, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant)

/** Milliseconds the zone is ahead of UTC at an instant, whole minutes. */
function offsetAt(instant: Date, zone: string) {
  const shown = Date.parse(`${localOf(instant, zone)}:00Z`)
  return shown - Math.floor(instant.getTime() / 60_000) * 60_000
}
