import { signOutHere } from '@/lib/core/session'

export async function POST() {
  await signOutHere()
  return new Response(null, { status: 303, headers: { location: '/sign-in' } })
}
