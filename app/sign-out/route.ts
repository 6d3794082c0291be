import { ownForm } from '@/lib/core/own-form'
import { signOutHere } from '@/lib/core/session'

export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  await signOutHere()
  return new Response(null, { status: 303, headers: { location: '/sign-in' } })
}
