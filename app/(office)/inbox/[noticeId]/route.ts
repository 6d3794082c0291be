import { execute } from '@/lib/core/command'
import { Refusal } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'
import { readNotice } from '@/lib/inbox/commands'
import { placeOf } from '../place-of'

type Props = { params: Promise<{ noticeId: string }> }

/** On to what a line of the inbox tells of; whoever opens it has read it. What a browser fetches ahead is not opened. */
export async function GET(request: Request, { params }: Props) {
  const actor = await requireStaff()
  if (isAhead(request)) return new Response(null, { status: 204 })
  try {
    return to(placeOf(await execute(readNotice, actor, await params)))
  } catch (error) {
    if (error instanceof Refusal) return to('/inbox')
    throw error
  }
}

const isAhead = ({ headers }: Request) => /prefetch|prerender/.test(`${headers.get('sec-purpose')} ${headers.get('purpose')}`)
const to = (location: string) => new Response(null, { status: 303, headers: { location } })
