import { redirect } from 'next/navigation'
import { organisationsHere } from '@/lib/core/accounts.queries'
import { currentActor } from '@/lib/core/session'

/** The front door: to one's own side, to sign in, or, in an empty installation, to setting up. */
export default async function FrontDoor() {
  const actor = await currentActor()
  if (actor !== undefined) redirect(actor.kind === 'client' ? '/portal' : '/today')
  redirect((await organisationsHere()).length === 0 ? '/setup' : '/sign-in')
}
