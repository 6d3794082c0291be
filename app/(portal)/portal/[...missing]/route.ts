import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { missingPage } from '../../missing-page'

/** Every address of the client's side that leads nowhere. */
export async function GET() {
  const [locale, jar] = [await getLocale(), await cookies()]
  const isLarge = jar.get('parley.text')?.value === 'large'
  const page = missingPage({ locale, isLarge, theme: jar.get('parley.theme')?.value })
  return new Response(page, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
