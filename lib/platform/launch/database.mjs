// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask.mjs'
import { makeDatabase, openPostgres } from './postgres.mjs'
import { codeOf, reasonOf, Stop } from './stop.mjs'

/**
 * @typedef {object} Database
 * @property {boolean} isEmbedded
 * @property {boolean} isDurable false for tests alone
 * @property {string} ownerUrl a role that may migrate
 * @property {string} appUrl the role the app runs as
 * @property {string | undefined} appPassword undefined where that role is managed by hand
 * @property {string} what for people
 * @property {() => Promise<void>} close
 */

/** @typedef {import('./settings.mjs').Settings} Settings */

const appRole = 'parley_app'

/**
 * The database of these settings: the embedded one, or the one DATABASE_URL names.
 * @param {Settings} settings
 * @param {string} appPassword
 * @param {(error: unknown) => void} [onLost]
 * @returns {Promise<Database>}
 */
export function openDatabase(settings, appPassword, onLost) {
  const { databaseUrl, appDatabaseUrl, dataDir } = settings
  return databaseUrl ? openOwn(databaseUrl, appDatabaseUrl, appPassword) : openEmbedded(dataDir, appPassword, onLost)
}

/** @param {string} dataDir @param {string} appPassword @param {(error: unknown) => void} [onLost] */
async function openEmbedded(dataDir, appPassword, onLost) {
  const postgres = await openPostgres(dataDir, { onLost })
  return {
    ...(await inCluster(postgres, appPassword)),
    what: `PostgreSQL ${postgres.version}${postgres.attached ? ', already running' : ''}`,
  }
}

/**
 * The product's database in an embedded cluster, made where it is missing.
 * @param {{ url: (database: string) => string, close: () => Promise<void> }} postgres
 * @param {string} appPassword
 * @param {{ isDurable: boolean }} [options] not durable: a cluster for tests
 */
export async function inCluster({ url, close }, appPassword, { isDurable } = { isDurable: true }) {
  await makeDatabase(url('postgres'), 'parley')
  const ownerUrl = url('parley')
  return { isEmbedded: true, isDurable, ownerUrl, appUrl: asRole(ownerUrl, appRole, appPassword), appPassword, what: '', close }
}

/** @param {string} ownerUrl @param {string | null} appDatabaseUrl @param {string} appPassword */
async function openOwn(ownerUrl, appDatabaseUrl, appPassword) {
  const { version, number, mayCreateRole } = await askPatiently(ownerUrl, aboutServer)
  if (number < oldest) throw new Stop(`DATABASE_URL: PostgreSQL 15 or newer is needed; this is ${version}.`)
  if (!appDatabaseUrl && !mayCreateRole) {
    throw new Stop(
      `The role of DATABASE_URL may not create the role ${appRole}. Create it by hand and name it in APP_DATABASE_URL.`,
    )
  }
  return {
    isEmbedded: false,
    isDurable: true,
    ownerUrl,
    appUrl: appDatabaseUrl ?? asRole(ownerUrl, appRole, appPassword),
    appPassword: appDatabaseUrl ? undefined : appPassword,
    what: `PostgreSQL ${version} at ${new URL(ownerUrl).host}`,
    close: async () => {},
  }
}

const refusals = /** @type {Record<string, string>} */ ({
  '28P01': 'refuses the password',
  28000: 'refuses the role',
  '3D000': 'has no database of that name',
  ENOTFOUND: 'cannot be found',
})

const oldest = 150_000
const aboutServer = `
  select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         rolsuper or rolcreaterole as "mayCreateRole"
  from pg_roles where rolname = current_user`

/**
 * A server that starts together with Parley may need a moment.
 * @param {string} url @param {string} question
 */
async function askPatiently(url, question) {
  const deadline = performance.now() + 30_000
  for (;;) {
    try {
      return await ask(url, question)
    } catch (error) {
      refuseHopeless(error, performance.now() > deadline)
    }
    await sleep(500)
  }
}

/** @param {unknown} error @param {boolean} isLate */
function refuseHopeless(error, isLate) {
  const refusal = refusals[codeOf(error)]
  if (refusal) throw new Stop(`DATABASE_URL: the server ${refusal}.`)
  if (isLate) throw new Stop(`DATABASE_URL: the server does not answer (${codeOf(error) || reasonOf(error)}).`)
}

/** @param {string} url @param {string} role @param {string} password */
function asRole(url, role, password) {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.href
}
