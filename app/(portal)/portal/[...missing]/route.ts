import { missingPage } from '../../missing-page'
import { officeHere } from '../../office-here'
import { readerHere } from '../../reader-here'

/** Every address of the client's side that leads nowhere. */
export async function GET(request: Request) {
  const reader = { ...(await readerHere()), office: await officeHere() }
  return new Response(missingPage(reader, new URL(request.url).pathname), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
