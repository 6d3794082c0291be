// @ts-check

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./database.mjs').Database} Database */
/** @typedef {import('./secrets.mjs').Secrets} Secrets */

// What the server must not inherit: it runs as the app's role, and its clock and origin are the launcher's to decide.
const withheld = ['DATABASE_URL', 'APP_DATABASE_URL', 'PARLEY_NOW', 'PARLEY_CLOCK', 'PARLEY_OWNER_URL', 'PARLEY_TEST_CLUSTER']

/**
 * The environment of every process that serves or commands this office.
 * @param {Settings} settings @param {Database} database @param {Secrets} secrets
 * @returns {Record<string, string>}
 */
export function environment(settings, database, secrets) {
  const inherited = Object.entries(process.env).filter(([name, value]) => value && !withheld.includes(name))
  return {
    .../** @type {Record<string, string>} */ (Object.fromEntries(inherited)),
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: settings.dataDir,
    PORT: String(settings.port),
    PARLEY_APP_URL: database.appUrl,
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.session,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || secrets.actions,
    ...(settings.now === null ? {} : { PARLEY_CLOCK: settings.now }),
    ...(database.isDurable ? {} : { PARLEY_TEST_CLUSTER: '1' }),
  }
}

/**
 * What an administrator's command gets on top: the role that owns the tables, and more patience than a request has.
 * @param {Record<string, string>} env @param {Database} database
 */
export const ownerEnvironment = (env, { ownerUrl }) => ({ ...env, PARLEY_OWNER_URL: ownerUrl, PARLEY_PATIENCE: '20' })
