'use server'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'
import { deviceHere, forgetDeviceHere, rememberSession, visitorHere } from '@/lib/core/session-client'
import { enterWithDevice } from '@/lib/invitations/door.commands'

/** Goes on without a code, on a device that is remembered. */
export async function goOnAction() {
  const device = await deviceHere()
  if (device === undefined) redirect('/enter')
  const session = await enterWithDevice(device, await visitorHere()).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (session === undefined) redirect('/enter')
  await rememberSession(session)
  redirect('/portal')
}

export async function forgetAction() {
  await forgetDeviceHere()
  redirect('/enter')
}
