import { redirect } from 'next/navigation'
import { currentActor, requireClient, wayInHere } from '@/lib/core/session'
import { deviceHere } from '@/lib/core/session-client'

/** The client who asks; on a remembered device whose session ended, the door with one button instead of the sign-in form. */
export async function clientHere() {
  if ((await currentActor()) === undefined && (await deviceHere()) !== undefined) redirect(await wayInHere('/enter'))
  return requireClient()
}
