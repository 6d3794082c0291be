import { sessionSettings } from '@/lib/platform/env'
import { isOwnOrigin } from './own-origin'

const largest = 10_000 // characters of a language and a way back

/**
 * A small form that one of our own pages sent, or the answer for what is none: a cookie proves who sends, not from where.
 * A browser too old to say where it comes from is believed.
 */
export async function ownForm(request: Request): Promise<FormData | Response> {
  const isTold = request.headers.has('origin')
  if (isTold && !isOwnOrigin(request, sessionSettings().origin)) return new Response(null, { status: 403 })
  if (Number(request.headers.get('content-length') ?? largest + 1) > largest) return new Response(null, { status: 413 })
  return request.formData().catch(() => new Response(null, { status: 400 }))
}
