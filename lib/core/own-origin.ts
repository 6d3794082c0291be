/**
 * Whether a page of ours sent this, which a browser says and a session cookie does not: our address, or the one this very
 * request was sent to (localhost beside 127.0.0.1), for a cookie goes to no other host. The scheme has to be ours too: a page
 * of the other one was not delivered by us.
 * @param origin the address our pages have, as `https://host[:port]`
 */
export function isOwnOrigin({ headers }: Request, origin: string): boolean {
  const from = headers.get('origin')
  if (from === null || !URL.canParse(from)) return false
  const { host, protocol } = new URL(from)
  return from === origin || (host === headers.get('host') && protocol === new URL(origin).protocol)
}

/**
 * Whether another page made a browser send this: a write that says where it comes from, and not from us. Next itself compares
 * with the header of a forwarder, which whoever sends may write.
 */
export const isForeignWrite = (request: Request, origin: string): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.headers.has('origin') && !isOwnOrigin(request, origin)
