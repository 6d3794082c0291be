// @ts-check
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { environment, ownerEnvironment } from '../platform/launch/environment.mjs'
import { makeDatabase } from '../platform/launch/postgres.mjs'
import { freePort } from '../platform/launch/postmaster.mjs'
import { runNode, typescript } from '../platform/launch/run.mjs'
import { migrateOffice } from '../platform/launch/schema.mjs'
import { secretsIn } from '../platform/launch/secrets.mjs'
import { parseSettings } from '../platform/launch/settings.mjs'

/** @typedef {Awaited<ReturnType<typeof seededOffice>>} Office */
/** @typedef {{ port: number, version: string, dataDir: string, url: (database: string) => string }} Postgres */

const seed = 'bench'
/** How many different calls of each kind are made. */
const variety = { counsellors: 16, cases: 200, words: 40, movable: 160 }

/**
 * A database of its own with a synthetic office of this size, what is asked of it, and the statements that takes.
 * @param {Postgres} postgres
 * @param {{ cases: number, counsellors: number }} size
 */
export async function seededOffice(postgres, { cases, counsellors }) {
  const name = `bench_${cases}`
  const settings = parseSettings({ PORT: String(await freePort()), DATA_DIR: postgres.dataDir })
  const secrets = secretsIn(settings.dataDir)
  await makeDatabase(postgres.url('postgres'), name)
  const ownerUrl = postgres.url(name)
  const appUrl = new URL(ownerUrl)
  Object.assign(appUrl, { username: 'parley_app', password: secrets.appRole })
  const database = {
    isEmbedded: true,
    isDurable: false,
    ownerUrl,
    appUrl: appUrl.href,
    appPassword: secrets.appRole,
    what: '',
    close: async () => {},
  }
  const env = environment(settings, database, secrets)
  await migrateOffice(database, env)
  const decided = String(Math.ceil(cases / 10))
  const args = ['seed', '--cases', String(cases), '--counsellors', String(counsellors), '--decided', decided, '--seed', seed]
  await runNode([...typescript, 'lib/cli/parley.ts', ...args], {
    env: ownerEnvironment(env, database),
    failed: 'The office could not be seeded.',
  })

  const orders = await ordersFor(ownerUrl)
  const files = {
    orders: path.join(postgres.dataDir, `${name}-orders.json`),
    scripts: path.join(postgres.dataDir, `${name}-scripts.json`),
  }
  fs.writeFileSync(files.orders, JSON.stringify(orders))
  await runNode([...typescript, 'lib/bench/record.ts', files.orders, files.scripts], {
    env,
    failed: 'The statements could not be recorded.',
  })
  /** @type {Map<string, number>} the version each card has come to */
  const versions = new Map()
  return { cases, env: { ...env, BENCH_SCRIPTS: files.scripts }, orders, versions, ownerUrl, appPort: settings.port }
}

/**
 * Keys to call with, and what to ask for.
 * @param {string} ownerUrl
 */
async function ordersFor(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('vacuum analyze')
    const ask = async (/** @type {string} */ text, /** @type {unknown[]} */ values = []) =>
      (await owner.query({ text, values, rowMode: 'array' })).rows.map(([cell]) => cell)
    const staff = (/** @type {string} */ role, /** @type {number} */ limit) =>
      ask('select user_id from members where $1 = any(roles) order by user_id limit $2', [role, limit])
    return {
      supervisorKey: (await keysFor(owner, await staff('SUPERVISOR', 1)))[0],
      keys: await keysFor(owner, await staff('COUNSELLOR', variety.counsellors)),
      cases: await ask("select id from cases where stage <> 'CLOSED' order by id limit $1", [variety.cases]),
      words: await ask('select name from clients order by id limit $1', [variety.words]),
      invitation: await invitationFrom(owner),
      movable: await ask("select id from cases where stage = 'EVIDENCE' and version = 1 order by id limit $1", [variety.movable]),
    }
  } finally {
    await owner.end()
  }
}

/** @param {pg.Client} owner @param {string[]} users */
async function keysFor(owner, users) {
  const keys = []
  for (const user of users) {
    const key = `bench_${randomBytes(24).toString('base64url')}`
    const hash = createHash('sha256').update(key).digest('hex')
    await owner.query(
      "insert into api_keys (id, key_hash, user_id, org_id, scope, created_at) select $1, $2, $3, org_id, 'write', now() from members where user_id = $3",
      [randomUUID(), hash, user],
    )
    keys.push(key)
  }
  return keys
}

/** The secret of a link that lets one client in. @param {pg.Client} owner */
async function invitationFrom(owner) {
  const token = randomBytes(24).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const { rowCount } = await owner.query(
    `insert into invitations (org_id, id, client_id, link_hash, code_hash, created_by, created_at, expires_at)
     select org_id, $1, id, $2, '', $1, now(), now() + interval '7 days' from clients order by id limit 1`,
    [randomUUID(), hash],
  )
  if (rowCount !== 1) throw new Error('The seeded office has no client to invite.')
  return token
}
