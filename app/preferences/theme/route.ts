import { ownForm } from '@/lib/core/own-form'
import { ownPath, rememberTheme } from '@/lib/core/session-preferences'

export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  await rememberTheme(form.get('theme'))
  return new Response(null, { status: 303, headers: { location: ownPath(form.get('back')) } })
}
