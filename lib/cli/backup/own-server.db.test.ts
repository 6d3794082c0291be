import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePool } from '@/db/client'
import { migrate } from '@/db/migrate'
import { aChain, type Chain } from '@/db/testing/chain'
import { clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { getClient } from '@/lib/clients/queries'
import { asOwner, ownerUrl } from '../owner'
import { createBackup } from './create'
import { differences } from './differences'
import { readManifest } from './manifest'
import { restoreBackup } from './restore'

/** A server of one's own: the role that owns the tables is no superuser, and row-level security holds it too. */
const name = `own_${randomBytes(6).toString('hex')}`
const [superuser, appUrl] = [ownerUrl() ?? '', process.env['PARLEY_APP_URL'] ?? '']
let own: string
let data: string
let office: Office
let chain: Chain

const at = (url: string, over: { user?: string; password?: string }) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  changed.username = over.user ?? changed.username
  changed.password = over.password ?? changed.password
  return changed.href
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'parley-own-server-'))
  process.env['DATA_DIR'] = data
  await asOwner(async (client) => {
    await client.query(`create role ${name} login password 'own' nosuperuser createrole`)
    await client.query(`grant parley_app to ${name}`)
    await client.query(`create database ${name} owner ${name}`)
  }, superuser)
  own = at(superuser, { user: name, password: 'own' })
  await migrate({ ownerUrl: own })
  await closePool()
  process.env['PARLEY_APP_URL'] = at(appUrl, {})
  for (const other of ['这一家', '那一家']) office = await openSeededOffice({ name: other })
  chain = await aChain(office, office.counsellor, '李小明')
})

afterAll(async () => {
  await closePool()
  process.env['PARLEY_APP_URL'] = appUrl
  await asOwner(async (client) => {
    await client.query(`drop database ${name} with (force)`)
    await client.query(`drop role ${name}`)
  }, superuser)
})

test('an owner under row-level security backs up and restores every office, every row', async () => {
  const [folder, files] = [join(data, 'backup'), join(data, 'files')]
  const manifest = await asOwner((client) => createBackup(folder, { client, files, now: clock }), own)
  expect([manifest.tables['organisations']?.rows, manifest.tables['clients']?.rows]).toEqual([2, 1])
  const target = { files, ledger: [], now: clock, mayReplace: true }
  const read = await readManifest(folder)
  await asOwner((client) => restoreBackup(folder, read, { client, ...target }), own)
  const different = await asOwner(async (client) => {
    await client.query('begin')
    return differences(client, manifest)
  }, own)
  // Of each office the chain has one event more: that it was restored.
  expect(different.filter((difference) => !difference.includes('audit'))).toEqual([])
  expect((await getClient(office.counsellor, { clientId: chain.ids.clientId }, clock)).id).toBe(chain.ids.clientId)
})

test('nobody comes back there either', async () => {
  const { clientId } = chain.ids
  const [folder, files] = [join(data, 'again'), join(data, 'files')]
  await asOwner((client) => createBackup(folder, { client, files, now: clock }), own)
  const ledger = [{ organisationId: office.organisationId, clientId, at: clock.toISOString() }]
  const target = { files, ledger, now: clock, mayReplace: true }
  const manifest = await readManifest(folder)
  const done = await asOwner((client) => restoreBackup(folder, manifest, { client, ...target }), own)
  expect(done).toEqual({ erasedAgain: 1 })
  await expect(getClient(office.counsellor, { clientId }, clock)).rejects.toMatchObject({ code: 'not_found' })
})
