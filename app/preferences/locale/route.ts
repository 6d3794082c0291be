import { execute } from '@/lib/core/command'
import { ownForm } from '@/lib/core/own-form'
import { currentActor } from '@/lib/core/session'
import { ownPath, rememberLocale } from '@/lib/core/session-preferences'
import { setPreference } from '@/lib/preferences/commands'

/** Switches the language and stays on the page; works without JavaScript. */
export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  const locale = await rememberLocale(form.get('locale'))
  const actor = await currentActor()
  if (locale !== undefined && actor?.mayWrite) await execute(setPreference, actor, { locale })
  return new Response(null, { status: 303, headers: { location: ownPath(form.get('back')) } })
}
