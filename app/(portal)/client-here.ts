import { requireClient } from '@/lib/core/session'

/** The client who asks; whose session ended comes to the door, which on a remembered device is one button. */
export const clientHere = () => requireClient()
