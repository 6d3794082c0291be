import { randomUUID } from 'node:crypto'
import { answerOf } from '@/lib/core/action'
import { expectMay } from '@/lib/core/expect-may'
import { currentActor, sessionWatch } from '@/lib/core/session'
import { listen, signal } from '@/lib/live/channel'
import { boardStream } from '@/lib/live/stream'

export const dynamic = 'force-dynamic'

/** Server-sent events: the ids of cases that have changed, as far as they concern who listens. */
export async function GET(request: Request) {
  const actor = await currentActor()
  if (actor === undefined) return new Response(null, { status: 401 })
  const asked = await answerOf(() => expectMay(actor, 'board.card'))
  if (!asked.ok) return new Response(null, { status: 403 })
  const open = { org: actor.organisationId, user: actor.id, tab: randomUUID() }
  const sign = (isHere: boolean) => void signal({ ...open, isHere }).catch(() => undefined)
  return new Response(boardStream({ actor, listen, sign, signal: request.signal, isStillHere: await sessionWatch() }), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // No proxy and no compression may hold an event back.
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
