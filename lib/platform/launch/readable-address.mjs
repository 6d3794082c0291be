// @ts-check
// Loaded into the server before Next, which answers an address that is not UTF-8 with 500: it is the caller's fault.
import http from 'node:http'

const { emit } = http.Server.prototype

/** @this {http.Server} @param {string | symbol} event @param {unknown[]} given */
http.Server.prototype.emit = function emitReadable(event, ...given) {
  const [request, response] = given
  const isAsked = event === 'request' && request instanceof http.IncomingMessage && response instanceof http.ServerResponse
  if (isAsked && !isReadable(request.url ?? '')) return refuse(response)
  return Reflect.apply(emit, this, [event, ...given])
}

/** @param {string} address */
function isReadable(address) {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** @param {http.ServerResponse} response */
function refuse(response) {
  const problem = {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code: 'bad_address',
    detail: 'The address is not UTF-8.',
  }
  response
    .writeHead(400, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .end(JSON.stringify(problem))
  return true
}
