import { getLocale } from 'next-intl/server'
import { readerHere } from '@/app/(portal)/reader-here'
import type { Refusal } from '@/lib/core/refusal'
import { actorOfRequest } from '@/lib/core/session'
import { pageBack, wayIn } from '@/lib/core/way-in'
import { sessionSettings } from '@/lib/platform/env'
import { problemResponse } from '@/lib/registry/problem'
import { refusedPage } from './refused-page'

/** Why there is no file, or why none was taken in: in words on a page for who follows a link, as a problem for a script. */
export const refusedDownload = async (request: Request, refusal: Refusal): Promise<Response> =>
  asAskedFor(request, problemResponse(refusal, { locale: await getLocale(), requestId: '' }))

/** A problem as who asked can read it. Who is not in is led to the way in, and from there back to the page they come from. */
async function asAskedFor(request: Request, problem: Response): Promise<Response> {
  if (!wantsPage(request)) return kept(problem)
  const page = pageBefore(request)
  const { actor } = await actorOfRequest(request)
  if (actor === undefined) return new Response(null, { status: 303, headers: { location: wayIn('/sign-in', page) } })
  const { status } = problem
  const text = refusedPage(await readerHere(), await problem.json(), page)
  return kept(new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...policy } }))
}

const wantsPage = ({ headers }: Request) => headers.get('accept')?.includes('text/html') === true

/** The page of ours a link or a form was on, as far as the browser tells it. */
function pageBefore({ headers }: Request): string {
  const from = headers.get('referer')
  if (from === null || !URL.canParse(from)) return '/'
  const { origin, host, pathname, search } = new URL(from)
  const isOurs = origin === sessionSettings().origin || host === headers.get('host')
  return isOurs ? pageBack(pathname + search) : '/'
}

/** What stands at the address of a file is no page of the framework's, and runs nothing. */
const policy = {
  'content-security-policy': "default-src 'self'; script-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
}

function kept(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store')
  return response
}
