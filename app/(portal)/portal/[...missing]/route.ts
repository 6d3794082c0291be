import { missingPage } from '../../missing-page'
import { readerHere } from '../../reader-here'

/** Every address of the client's side that leads nowhere. */
export async function GET() {
  return new Response(missingPage(await readerHere()), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
