// @ts-check
import { demoLogins, demoPassword } from './demo.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */

/** What an administrator should know before letting people in. */
const concerns = /** @type {[(settings: Settings) => boolean, string][]} */ ([
  [({ appUrl }) => isPlain(appUrl), 'APP_URL is not https: what people enter can be read on the way.'],
  [
    ({ appUrl, host }) => appUrl === null && !isLoopback(`http://${host}`),
    'HOST opens Parley to the network: set APP_URL to the address people use.',
  ],
])

/**
 * The last thing a start says: where Parley is, and who may look around.
 * @param {Settings} settings
 * @param {{ isEmpty: boolean, hasDemo: boolean }} state of the database
 */
export function announcement(settings, { isEmpty, hasDemo }) {
  const warnings = concerns.filter(([applies]) => applies(settings)).map(([, sentence]) => `  ! ${sentence}\n`)
  const place = `\nParley is running at ${settings.address}${isEmpty ? '/setup' : ''}`
  return [...warnings, place, ...(hasDemo ? logins() : [])].join('')
}

const logins = () =>
  Object.entries(demoLogins).map(([office, emails]) => `\n\n${[`${office}, password ${demoPassword}:`, ...emails].join('\n  ')}`)

/** @param {string | null} address */
const isPlain = (address) => address?.startsWith('http://') === true && !isLoopback(address)

/** @param {string} address */
const isLoopback = (address) => /^https?:\/\/(localhost|127\.|\[?::1)/.test(address)
