import { missingPage } from '../../missing-page'
import { readerHere } from '../../reader-here'

/** Every address of the client's side that leads nowhere. */
export async function GET(request: Request) {
  return new Response(missingPage(await readerHere(), new URL(request.url).pathname), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
