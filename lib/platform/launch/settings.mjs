// @ts-check
import path from 'node:path'
import { z } from 'zod'
import { root } from './run.mjs'
import { Stop } from './stop.mjs'

const port = z.coerce.number().int().min(1).max(65535)
const web = z.url({ protocol: /^https?$/ })
const postgres = z.url({ protocol: /^postgres(ql)?$/ })
const mail = z.url({ protocol: /^smtps?$/, hostname: /./ })
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()])

const schema = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .optional(),
  APP_URL: web.optional(),
  DATABASE_URL: postgres.optional(),
  APP_DATABASE_URL: postgres.optional(),
  DATA_DIR: z.string().default('.data'),
  MAIL_URL: mail.optional(),
  PARLEY_NOW: moment.optional(),
  AUTH_TRUST_HOST: z.undefined().optional(),
})

/** @type {Record<string, string>} */
const must = {
  PORT: 'be a port number from 1 to 65535',
  HOST: 'be a host name or an IP address',
  APP_URL: 'be an address such as https://parley.example.org',
  DATABASE_URL: 'be an address such as postgres://owner:password@host:5432/parley',
  APP_DATABASE_URL: 'be an address such as postgres://parley_app:password@host:5432/parley',
  MAIL_URL: 'be an address such as smtps://user:password@mail.example.org',
  PARLEY_NOW: 'be a moment such as 2026-11-21T09:00:00+08:00',
  AUTH_TRUST_HOST: 'not be set: the address comes from APP_URL, never from a request',
}

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host what the server binds to
 * @property {string} address where people find it; sign-in and links are built from it
 * @property {string | null} appUrl
 * @property {string | null} databaseUrl null means the embedded database
 * @property {string | null} appDatabaseUrl
 * @property {string} dataDir absolute
 * @property {string | null} mailUrl null means files in dataDir/mail
 * @property {string | null} now a fixed clock, only on the embedded database
 */

/**
 * Reads the settings from an environment. An empty one counts as not set; a wrong one stops with a sentence that
 * names it and does not repeat its value, which may hold a password.
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function parseSettings(env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Stop(sentenceFor(parsed.error))
  const {
    PORT,
    DATA_DIR,
    APP_URL = null,
    DATABASE_URL = null,
    APP_DATABASE_URL = null,
    MAIL_URL = null,
    PARLEY_NOW = null,
  } = parsed.data
  if (APP_DATABASE_URL && !DATABASE_URL) throw new Stop('APP_DATABASE_URL is set without DATABASE_URL, which it belongs to.')
  const host = parsed.data.HOST ?? usualHost(APP_URL, DATABASE_URL)
  return {
    port: PORT,
    host,
    address: APP_URL === null ? `http://${reachable(host)}:${PORT}` : APP_URL.replace(/\/+$/, ''),
    appUrl: APP_URL,
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: APP_DATABASE_URL,
    dataDir: path.resolve(root, DATA_DIR),
    mailUrl: MAIL_URL,
    now: DATABASE_URL === null ? PARLEY_NOW : null,
  }
}

/**
 * Only an installation in earnest, with its own database and address, is open to the network by itself.
 * @param {string | null} appUrl @param {string | null} databaseUrl
 */
const usualHost = (appUrl, databaseUrl) => (appUrl && databaseUrl ? '0.0.0.0' : '127.0.0.1')

/**
 * A host that listens everywhere is reached on this machine by its loopback address; IPv6 goes in brackets.
 * @param {string} host
 */
export function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** @param {z.ZodError} error */
function sentenceFor(error) {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])))
  return [...names].map((name) => `${name} must ${must[name]}.`).join('\n')
}
