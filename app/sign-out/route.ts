import { ownForm } from '@/lib/core/own-form'
import { currentActor, signOutHere } from '@/lib/core/session'

/** Ends the session, and leads to the door of who leaves: a client has no password to type at the office's. */
export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  const door = (await currentActor())?.kind === 'client' ? '/enter' : '/sign-in'
  await signOutHere()
  return new Response(null, { status: 303, headers: { location: door } })
}
