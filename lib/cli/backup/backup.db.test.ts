import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { aChain, type Chain } from '@/db/testing/chain'
import { clock, type Office } from '@/db/testing/factories'
import { openSeededOffice } from '@/db/testing/seeded-office'
import { verifyChains } from '@/lib/audit/chain.queries'
import { getClient } from '@/lib/clients/queries'
import { execute } from '@/lib/core/command'
import { uploadEvidence } from '@/lib/evidence/commands'
import { keptFiles } from '@/lib/evidence/kept-files'
import { placeHold, proposeErasure, releaseHold } from '@/lib/rights/commands'
import { eraseClient } from '@/lib/rights/erase.commands'
import { readLedger } from '@/lib/rights/ledger'
import { ledgerFile, sweepErasedFiles } from '@/lib/rights/sweep.job'
import { asOwner } from '../owner'
import { faultsOf } from './check'
import { createBackup } from './create'
import { differences } from './differences'
import { readManifest } from './manifest'
import { newestBackup } from './newest'
import { restoreBackup } from './restore'
import { tablesOf } from './tables'

const now = clock
let data: string
let office: Office

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'parley-backup-'))
  process.env['DATA_DIR'] = data
  office = await openSeededOffice()
})

const files = () => join(data, 'files')
let backups = 0
async function backUp() {
  backups += 1
  const folder = join(data, `backup-${backups}`)
  return { folder, manifest: await asOwner((client) => createBackup(folder, { client, files: files(), now })) }
}

const restore = async (folder: string, { mayReplace = true, ledger = ledgerFile() } = {}) => {
  const target = { files: files(), ledger: await readLedger(ledger), now, mayReplace }
  const manifest = await readManifest(folder)
  return asOwner((client) => restoreBackup(folder, manifest, { client, ...target }))
}

async function someone(name: string) {
  const chain = await aChain(office, office.counsellor, name)
  await execute(releaseHold, office.supervisor, { holdId: chain.ids.holdId }, { now })
  return chain
}

async function erase(chain: Chain) {
  const values = { requestId: chain.ids.rightsId }
  await execute(proposeErasure, office.counsellor, values, { now })
  await execute(eraseClient, office.supervisor, values, { now })
  await sweepErasedFiles()
}

/** Every row of every table as the database prints it, as JSON text. */
const everything = () =>
  asOwner(async (client) => {
    const all: Record<string, string[]> = {}
    for (const { name } of await tablesOf(client)) all[name] = await printed(client, name)
    return all
  })

async function printed(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query(`select to_jsonb(t)::text as row from "${name}" t order by 1`)
  return rows.map(({ row }) => String(row))
}

const without = (all: Record<string, string[]>, ...tables: string[]) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !tables.includes(name)))

describe('a backup', () => {
  test('restored in place of what changed since, gives every row and every file back as it was', async () => {
    const chain = await someone('李小明')
    const before = await everything()
    const { folder, manifest } = await backUp()
    expect(await faultsOf(folder, manifest)).toEqual([])
    await someone('后来的人')
    await rm(files(), { recursive: true })
    await restore(folder)
    // The doors are closed, and that it was restored is written down; everything else is as it was.
    const changed = ['invitations', 'devices', 'calendar_feeds', 'audit_events', 'audit_heads']
    expect(without(await everything(), ...changed)).toEqual(without(before, ...changed))
    expect((await readdir(files(), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(
      Object.keys(manifest.files).length,
    )
    expect((await getClient(office.counsellor, { clientId: chain.ids.clientId }, now)).id).toBe(chain.ids.clientId)
    expect((await verifyChains()).every(({ firstBad }) => firstBad === null)).toBe(true)
    const { audit_events: events = [] } = await everything()
    expect(events.filter((row) => row.includes('backup.restored'))).toHaveLength(1)
  })

  test('leaves every trigger as it was: what may not be changed may not be changed afterwards either', async () => {
    const { folder } = await backUp()
    await restore(folder)
    const { rows } = await asOwner((client) =>
      client.query(
        "select tgrelid::regclass::text as at, tgname as name from pg_trigger where not tgisinternal and tgenabled <> 'O'",
      ),
    )
    expect(rows).toEqual([])
    await expect(asOwner((client) => client.query('truncate audit_events'))).rejects.toMatchObject({ code: '23001' })
  })

  test('opens no door that was closed since: links, devices, sessions and keys', async () => {
    await someone('李小明')
    const { folder, manifest } = await backUp()
    expect(Object.keys(manifest.tables)).not.toContain('sessions')
    const who = [office.counsellor.id, office.organisationId, now.toISOString()]
    await asOwner(async (client) => {
      await client.query("select auth_open_session('a session', $1, $2, $3, 15, 10, '')", who)
      await client.query("select auth_create_api_key(gen_random_uuid(), 'a key', $1, $2, 'read', $3)", who)
    })
    await restore(folder)
    const open = await asOwner((client) =>
      client.query(`select 1 from invitations where revoked_at is null union all select 1 from devices where revoked_at is null
        union all select 1 from calendar_feeds where revoked_at is null union all select 1 from sessions union all select 1 from api_keys`),
    )
    expect(open.rows).toEqual([])
  })

  test('is of one moment, though people go on working', async () => {
    const [{ folder, manifest }] = await Promise.all([backUp(), someone('边做边备份'), someone('还有一位')])
    await restore(folder)
    const counted = await asOwner((client) => differences(client, manifest))
    expect(counted.filter((difference) => difference.startsWith('table') && !difference.includes('audit'))).toEqual([])
  })

  test('that was touched is told from one that is whole, and an unfinished one is none', async () => {
    const { folder, manifest } = await backUp()
    const table = join(folder, 'tables', 'clients.ndjson.gz')
    const whole = await readFile(table)
    expect(gunzipSync(whole).toString('utf8')).toContain('李小明')
    await writeFile(table, Buffer.concat([whole.subarray(0, 20), Buffer.from([0]), whole.subarray(21)]))
    expect(await faultsOf(folder, manifest)).toEqual(['table clients is not as it was written'])
    await writeFile(table, whole)
    const [path = ''] = Object.keys(manifest.files)
    const { clients } = manifest.tables
    const other = { sha256: createHash('sha256').update('另一份').digest('hex'), size: 9 }
    const fewer = { ...clients, rows: (clients?.rows ?? 0) + 1, columns: clients?.columns ?? [], sha256: clients?.sha256 ?? '' }
    const told = { ...manifest, tables: { clients: fewer }, files: { [path]: other } }
    const original = await readFile(join(folder, 'files', path))
    await writeFile(join(folder, 'files', path), '另一份')
    expect(await faultsOf(folder, told)).toEqual([
      `table clients has not its ${fewer.rows} rows`,
      `file ${path} is not as it was kept`,
    ])
    await writeFile(join(folder, 'files', path), original)
    await rm(join(folder, 'files', path))
    expect(await faultsOf(folder, manifest)).toEqual([`file ${path} is not as it was kept`])
    await rm(join(folder, 'manifest.json'))
    await expect(readManifest(folder)).rejects.toThrow('no finished backup')
  })

  test('is found by its manifest: the newest that was finished counts', async () => {
    expect(await newestBackup(join(data, 'nowhere'))).toBeUndefined()
    const folder = join(data, 'backups')
    for (const [name, at] of Object.entries({ one: '2026-11-20T01:00:00.000Z', two: '2026-11-21T01:00:00.000Z' }))
      await asOwner((client) => createBackup(join(folder, name), { client, files: files(), now: new Date(at) }))
    await rm(join(folder, 'two', 'manifest.json'))
    expect(await newestBackup(folder)).toBe('2026-11-20T01:00:00.000Z')
  })

  test('does not replace offices unless that is said, and a newer one is refused', async () => {
    const { folder, manifest } = await backUp()
    const before = await everything()
    await expect(restore(folder, { mayReplace: false })).rejects.toThrow('--replace')
    const migration = { ...manifest.migration, number: manifest.migration.number + 1 }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, migration }))
    await expect(restore(folder)).rejects.toThrow('newer version')
    expect(await everything()).toEqual(before)
  })
})

describe('somebody erased after a backup', () => {
  /** Whose file nobody else has. */
  async function withAFile(name: string) {
    const chain = await someone(name)
    const image = sharp({ create: { width: 31, height: 17, channels: 3, background: '#446688' } })
    const content = (await image.jpeg().toBuffer()).toString('base64')
    const upload = { clientId: chain.ids.clientId, code: 'INCOME_PROOF', fileName: '只有一份.jpg', content }
    const { hash } = await execute(uploadEvidence, office.counsellor, upload, { now })
    return { chain, hash: String(hash) }
  }
  const told = async (text: string) =>
    Object.entries(await everything()).flatMap(([name, rows]) => (rows.some((row) => row.includes(text)) ? [name] : []))
  const kept = async () => (await readdir(files(), { recursive: true })).map((name) => name.split('/').at(-1))

  test('does not come back with it: no row, no file, no account; and that is written down again', async () => {
    const { chain, hash } = await withAFile('欧阳再来')
    const { folder } = await backUp()
    const bytes = await keptFiles().read(office.organisationId, hash)
    await erase(chain)
    // Whoever restores may have put the files back first.
    await keptFiles().store(office.organisationId, bytes ?? Buffer.from('nothing'))
    expect(await restore(folder)).toEqual({ erasedAgain: 1 })
    expect(await told('欧阳再来')).toEqual([])
    // The tombstones here know it too, should the ledger be lost.
    expect(await restore(folder, { ledger: join(data, 'no-ledger.jsonl') })).toMatchObject({ erasedAgain: expect.any(Number) })
    expect(await told('欧阳再来')).toEqual([])
    const left = ['access_log', 'audit_events', 'tombstones']
    expect((await told(chain.ids.clientId)).filter((name) => !left.includes(name))).toEqual([])
    expect(await kept()).not.toContain(hash)
    expect((await verifyChains()).every(({ firstBad }) => firstBad === null)).toBe(true)
    expect(await told('"client.erased"')).toEqual(['audit_events'])
  })

  test('nor where the database was lost with its tombstones: the ledger beside it still knows', async () => {
    const { chain } = await withAFile('司徒不回')
    const { folder } = await backUp()
    await erase(chain)
    const lost = join(data, 'erased-elsewhere.jsonl')
    await appendFile(lost, `${await readFile(ledgerFile(), 'utf8')}\n{"cut off`)
    await asOwner((client) => client.query('delete from tombstones'))
    await rm(ledgerFile())
    expect(await restore(folder, { ledger: lost })).toMatchObject({ erasedAgain: expect.any(Number) })
    expect(await told('司徒不回')).toEqual([])
  })

  test('nor where a hold still stood when the backup was made', async () => {
    const { chain } = await withAFile('诸葛曾留')
    const hold = { clientId: chain.ids.clientId, reason: '诉讼中' }
    const { id: holdId } = await execute(placeHold, office.supervisor, hold, { now })
    const { folder } = await backUp()
    await execute(releaseHold, office.supervisor, { holdId }, { now })
    await erase(chain)
    await restore(folder)
    expect(await told('诸葛曾留')).toEqual([])
  })
})
