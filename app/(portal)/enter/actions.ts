'use server'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'
import { signOutHere } from '@/lib/core/session'
import { deviceHere, forgetDeviceHere, rememberSession, visitorHere } from '@/lib/core/session-client'
import { pageBack } from '@/lib/core/way-in'
import { enterWithDevice, forgetDevice } from '@/lib/invitations/door.commands'

/** Goes on without a code, on a device that is remembered, to the page one was on. */
export async function goOnAction(form: FormData) {
  const device = await deviceHere()
  if (device === undefined) redirect('/enter')
  const session = await enterWithDevice(device, await visitorHere()).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (session === undefined) redirect('/enter')
  await rememberSession(session)
  const back = pageBack(form.get('back'))
  redirect(back === '/' ? '/portal' : back)
}

/** Forgets this device, here and with us, and ends whatever is still open on it. */
export async function forgetAction() {
  const device = await deviceHere()
  if (device !== undefined) await forgetDevice(device, (await visitorHere()).now)
  await forgetDeviceHere()
  await signOutHere()
  redirect('/enter')
}
