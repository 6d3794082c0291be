import { deviceHere } from '@/lib/core/session-client'
import { officeOfDevice } from '@/lib/invitations/link.queries'
import { now } from '@/lib/platform/clock'

/** The office this device is known to, for who is not in. */
export async function officeHere() {
  const device = await deviceHere()
  return device === undefined ? undefined : officeOfDevice(device, now())
}
