import { ownForm } from '@/lib/core/own-form'
import { signOutHere } from '@/lib/core/session'

/** A page nobody is surprised to find open on a phone. */
const elsewhere = 'https://www.weather.com.cn/'

/** Ends the session. The answer is a page of our own: a form may not lead to another site by itself. */
export async function POST(request: Request) {
  const form = await ownForm(request)
  if (form instanceof Response) return form
  await signOutHere()
  return new Response(null, { status: 303, headers: { location: '/leave' } })
}

/** On to the weather at once: browsers keep no place in their history for a page that sends them on without waiting. */
export function GET() {
  const page = `<!doctype html><title>天气</title><meta http-equiv="refresh" content="0;url=${elsewhere}"><p><a href="${elsewhere}">天气</a></p>`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' } })
}
