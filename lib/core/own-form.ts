import { sessionSettings } from '@/lib/platform/env'

const largest = 10_000 // characters of a language and a way back

/**
 * A small form that one of our own pages sent, or the answer for what is none: a cookie proves who sends, not from where.
 * A browser too old to say where it comes from is believed.
 */
export async function ownForm(request: Request): Promise<FormData | Response> {
  const from = request.headers.get('origin')
  if (from !== null && !isOurOrigin(from, request.headers.get('host'))) return new Response(null, { status: 403 })
  if (Number(request.headers.get('content-length') ?? largest + 1) > largest) return new Response(null, { status: 413 })
  return request.formData().catch(() => new Response(null, { status: 400 }))
}

/** Our address, or the one the request was sent to (localhost beside 127.0.0.1): a cookie goes to no other host. */
function isOurOrigin(from: string, host: string | null) {
  const { origin } = sessionSettings()
  return from === origin || from === `${new URL(origin).protocol}//${host}`
}
