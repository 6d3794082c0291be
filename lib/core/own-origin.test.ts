import { expect, test } from 'vitest'
import { isForeignWrite, isOwnOrigin } from './own-origin'

const ours = 'http://127.0.0.1:3000'
const from = (origin: string | undefined, host = 'localhost:3000') =>
  isOwnOrigin(new Request(`${ours}/x`, { headers: { host, ...(origin !== undefined && { origin }) } }), ours)

test('a page of ours is one by either of our names', () => {
  expect([from(ours), from('http://localhost:3000')]).toEqual([true, true])
})

test.each(['https://evil.example', 'null', 'https://127.0.0.1:3000', 'http://localhost:3001', undefined])(
  'a page at %s is none',
  (origin) => expect(from(origin)).toBe(false),
)

test.each([
  ['POST', 'https://evil.example', true],
  ['PUT', 'null', true],
  ['POST', 'http://localhost:3000', false],
  // A link on another page may lead here, and a browser too old to say where it comes from is believed.
  ['GET', 'https://evil.example', false],
  ['POST', undefined, false],
])('a %s sent from %s is foreign: %s', (method, origin, isForeign) => {
  const headers = { host: 'localhost:3000', 'x-forwarded-host': 'evil.example', ...(origin !== undefined && { origin }) }
  expect(isForeignWrite(new Request(`${ours}/board`, { method, headers }), ours)).toBe(isForeign)
})
