import { actorOfFeed } from '@/lib/core/accounts-of-clients.queries'
import { answerOf } from '@/lib/core/action'
import { messages } from '@/lib/i18n/catalogue'
import { now } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/hash'
import { calendarFile } from '@/lib/portal/calendar'
import { dueDays } from '@/lib/portal/calendar.queries'
import { cutLink } from '../../cut-link'

type Props = { params: Promise<{ token: string }> }

/** A phone's calendar asks, without a session; what was taken back is not there. */
export async function GET(request: Request, { params }: Props) {
  const actor = await actorOfFeed(sha256((await params).token.slice(0, 100)))
  const due = actor === undefined ? undefined : await answerOf(() => dueDays(actor))
  if (actor === undefined || due?.ok !== true) return cutLink('calendar', request)
  const { days } = due.value
  const { name, word } = messages[actor.locale].budget.calendar
  return new Response(calendarFile(days, now(), { name, title: word }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="due-days.ics"',
      'cache-control': 'private, no-store',
    },
  })
}
