import { ownForm } from '@/lib/core/own-form'
import { ownPath, rememberTextSize } from '@/lib/core/session-preferences'

/** Large text for the portal, remembered on this device. */
export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  await rememberTextSize(form.get('text'))
  return new Response(null, { status: 303, headers: { location: ownPath(form.get('back')) } })
}
