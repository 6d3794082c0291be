// @ts-check
/** @typedef {import('./office.mjs').Office} Office */
/** @typedef {import('./load.mjs').Caller} Caller */
/** @typedef {import('./load.mjs').Call} Call */
/** @typedef {'board' | 'few' | 'office' | 'case' | 'search' | 'move'} Operation */
/** @typedef {{ client: number, clients: number }} Place which of how many clients */

/** @type {Record<Operation, string>} */
export const operations = {
  board: 'a counsellor’s board',
  few: 'the same, 3 a stage',
  office: 'the whole office’s board',
  case: 'one case',
  search: 'search',
  move: 'a card moved',
}

/**
 * Clients of a bare server: they ask for recorded calls by number.
 * @param {Operation} operation @param {Office} office @param {number} clients
 */
export function replayers(operation, office, clients) {
  const half = cardsOf(office, clients)
  return places(clients).map((place) =>
    operation === 'move'
      ? { next: toAndFro(place, half, (card, isForth) => replayed('POST', isForth ? 'forth' : 'back', card)) }
      : { next: inTurn(place, amountOf(operation, office), (n) => replayed('GET', operation, n)) },
  )
}

/** Everybody asks as a browser does: the bare Next application packs its answers as the product does. */
const packed = { 'accept-encoding': 'gzip' }

/** @param {string} method @param {string} name @param {number} index @returns {Call} */
const replayed = (method, name, index) => ({ method, path: `/replay/${name}/${index}`, headers: packed })

/**
 * Clients of the product, each with a key of its own.
 * @param {Operation} operation @param {Office} office @param {number} clients
 */
export function users(operation, office, clients) {
  return places(clients).map((place) => (operation === 'move' ? mover(office, place) : reader(operation, office, place)))
}

/** @param {number} clients @returns {Place[]} */
const places = (clients) => Array.from({ length: clients }, (_, client) => ({ client, clients }))

/** @param {Place} place @param {number} many @param {(n: number) => Call} call */
function inTurn({ client, clients }, many, call) {
  let turn = 0
  return () => call((client + clients * turn++) % many)
}

/** Moves cards of its own forth and back, one after the other. @param {Place} place @param {number} many @param {(card: number, isForth: boolean) => Call} call */
function toAndFro({ client, clients }, many, call) {
  let turn = 0
  return () => {
    const [card, isForth] = [(client + clients * Math.floor(turn / 2)) % many, turn % 2 === 0]
    turn += 1
    return call(card, isForth)
  }
}

/** @param {Exclude<Operation, 'move'>} operation @param {Office} office @param {Place} place @returns {Caller} */
function reader(operation, office, place) {
  const { keys, supervisorKey, cases, words } = office.orders
  /** @type {Record<typeof operation, (n: number) => string>} */
  const paths = {
    board: () => '/api/v1/board',
    few: () => '/api/v1/board?perColumn=3',
    office: () => '/api/v1/board',
    case: (n) => `/api/v1/cases/${cases[n]}`,
    search: (n) => `/api/v1/search?q=${encodeURIComponent(words[n] ?? '')}`,
  }
  const keyOf = (/** @type {number} */ n) => (operation === 'board' || operation === 'few' ? keys[n] : supervisorKey)
  const call = (/** @type {number} */ n) => ({ method: 'GET', path: paths[operation](n), headers: headersOf(keyOf(n)) })
  return { next: inTurn(place, amountOf(operation, office), call) }
}

/** @param {string | undefined} key */
const headersOf = (key) => ({ authorization: `Bearer ${key}`, ...packed })

/** Moves cards the bare servers leave alone, and remembers the version of each. @param {Office} office @param {Place} place @returns {Caller} */
function mover(office, place) {
  const { versions } = office
  const { movable, supervisorKey } = office.orders
  const half = cardsOf(office, place.clients)
  const headers = { ...headersOf(supervisorKey), 'content-type': 'application/json' }
  let moving = ''
  const next = toAndFro(place, half, (card) => {
    moving = movable[Math.floor(movable.length / 2) + card] ?? ''
    const version = versions.get(moving) ?? firstVersion
    const body = JSON.stringify({ to: version % 2 === 1 ? 'DRAFTING' : 'EVIDENCE', version })
    return { method: 'POST', path: `/api/v1/cases/${moving}/move`, headers, body }
  })
  return { next, done: () => versions.set(moving, (versions.get(moving) ?? firstVersion) + 1) }
}

/** Recording has moved every card forth and back once: at an odd version it is where it began. */
const firstVersion = 3

/** Cards for either kind of server, so many that no two clients move the same one. @param {Office} office @param {number} clients */
function cardsOf({ orders: { movable } }, clients) {
  const half = Math.floor(movable.length / 2)
  return half - (half % clients)
}

/** How many different calls there are. @param {Exclude<Operation, 'move'>} operation @param {Office} office */
function amountOf(operation, { orders: { keys, cases, words } }) {
  return { board: keys.length, few: keys.length, office: 1, case: cases.length, search: words.length }[operation]
}
