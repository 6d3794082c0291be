import { ownForm } from '@/lib/core/own-form'
import { rememberCover } from '@/lib/core/session-preferences'

/** Keeps the screen covered, or uncovered, across a reload. */
export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  await rememberCover(form.get('covered'))
  return new Response(null, { status: 204 })
}
