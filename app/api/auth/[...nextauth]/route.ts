import NextAuth from 'next-auth'
import { authOptions } from '@/lib/core/session-auth'

const handler = NextAuth(authOptions)

type Context = { params: Promise<{ nextauth: string[] }> }

export async function GET(request: Request, context: Context) {
  const isForm = (await context.params).nextauth.join('/') === 'callback/credentials'
  return isForm ? new Response(null, { status: 405, headers: { allow: 'POST' } }) : handler(request, context)
}

/** A body that cannot be read is the caller's fault: next-auth would call it its own. */
export async function POST(request: Request, context: Context) {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') === true
  const isReadable =
    !isJson ||
    (await request
      .clone()
      .json()
      .then(
        () => true,
        () => false,
      ))
  return isReadable ? handler(request, context) : new Response(null, { status: 400 })
}
