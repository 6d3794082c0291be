// @ts-check
// Loaded into the server before Next, which answers an address that is not UTF-8, and TRACE, with 500: it is the caller's fault.
// Who reads pages comes to one that says in words that nothing is there, or that their link was cut; a program is told the problem.
import http from 'node:http'

const { emit } = http.Server.prototype

/** @this {http.Server} @param {string | symbol} event @param {unknown[]} given */
http.Server.prototype.emit = function emitReadable(event, ...given) {
  const [request, response] = given
  const isAsked = event === 'request' && request instanceof http.IncomingMessage && response instanceof http.ServerResponse
  if (isAsked && request.method === 'TRACE') return refuse(response, noTrace)
  if (isAsked && !isReadable(request.url ?? '') && !readsInstead(request)) return refuse(response, badAddress)
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

/** Whether it now asks for the page that says so, because it asked for a page. @param {http.IncomingMessage} request */
function readsInstead(request) {
  const { method, headers, url = '' } = request
  if (!['GET', 'HEAD'].includes(method ?? '') || !headers.accept?.includes('text/html')) return false
  request.url = pageFor(url)
  return true
}

/** Where a link with a secret leads that was cut; anything else that is not there. @param {string} address */
const pageFor = (address) => /^\/(?:invitations|calendar)(?=\/)/.exec(address)?.[0] ?? '/portal/missing'

const noTrace = { title: 'Method Not Allowed', status: 405, code: 'wrong_method', detail: 'TRACE is not answered.' }
const badAddress = { title: 'Bad Request', status: 400, code: 'bad_address', detail: 'The address is not UTF-8.' }

/** @param {http.ServerResponse} response @param {typeof noTrace} problem */
function refuse(response, problem) {
  response
    .writeHead(problem.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ type: 'about:blank', ...problem }))
  return true
}
