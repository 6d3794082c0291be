import { cutLinkPage, type LinkKind } from './cut-link-page'
import { officeHere } from './office-here'
import { readerHere } from './reader-here'

/** The answer to a link that leads nowhere: a page that stands without any script. */
export async function cutLink(kind: LinkKind, { url }: Request): Promise<Response> {
  const reader = { ...(await readerHere()), office: await officeHere() }
  return new Response(cutLinkPage(reader, kind, new URL(url).pathname), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
