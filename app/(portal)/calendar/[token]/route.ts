import { actorOfFeed } from '@/lib/core/accounts-of-clients.queries'
import { messages } from '@/lib/i18n/catalogue'
import { now } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/hash'
import { calendarFile } from '@/lib/portal/calendar'
import { dueDays } from '@/lib/portal/calendar.queries'

type Props = { params: Promise<{ token: string }> }

/** A phone's calendar asks, without a session; what was taken back is not there. */
export async function GET(_: Request, { params }: Props) {
  const actor = await actorOfFeed(sha256((await params).token.slice(0, 100)))
  if (actor === undefined) return new Response(null, { status: 404 })
  const { days } = await dueDays(actor)
  const { name, word } = messages[actor.locale].budget.calendar
  return new Response(calendarFile(days, now(), { name, title: word }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="due-days.ics"',
      'cache-control': 'private, no-store',
    },
  })
}
