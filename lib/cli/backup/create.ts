import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { z } from 'zod'
import { Failed } from '../line'
import { digestOf } from './digest'
import { keptFile, type Manifest, manifestFile, tableFile } from './manifest'
import { enter, migrationOf, organisationsOf, type Table, tablesOf } from './tables'

type Sources = { client: pg.Client; files: string; now: Date }

/**
 * Writes everything an installation holds into a new folder: all tables as of one moment, then the kept files, whose rows are
 * only ever written after them. The manifest comes last, and the folder gets its name when it is whole.
 * @throws Failed where the folder is there already
 */
export async function createBackup(folder: string, { client, files, now }: Sources): Promise<Manifest> {
  const partial = `${folder}.partial`
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 })
  const inDatabase = await inOneMoment(client, (organisations) => dump(client, partial, organisations))
  const kept = await copyKept(files, partial)
  const manifest: Manifest = { format: 1, madeAt: now.toISOString(), ...inDatabase, files: kept }
  await writeFile(join(partial, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  await rename(partial, folder).catch(() => {
    throw new Failed(`${folder} is there already: choose another place.`)
  })
  return manifest
}

/** One snapshot for all tables: what is committed meanwhile is in none of them. */
async function inOneMoment<T>(client: pg.Client, work: (organisations: string[]) => Promise<T>) {
  await client.query('begin isolation level repeatable read')
  try {
    return await work(await organisationsOf(client))
  } finally {
    await client.query('rollback')
  }
}

async function dump(client: pg.Client, folder: string, organisations: string[]) {
  const tables: Manifest['tables'] = {}
  for (const table of await tablesOf(client)) {
    const path = tableFile(folder, table.name)
    const rows = await writeRows(path, rowsOf(client, table, organisations))
    tables[table.name] = { rows, columns: table.columns, sha256: (await digestOf(path)).sha256 }
  }
  return { migration: await migrationOf(client), tables, heads: await headsOf(client, organisations) }
}

const atOnce = 1000

/** The rows of a table as JSON text, one a line: exact for amounts, instants and text, and readable by anybody. */
async function* rowsOf(client: pg.Client, { name, hasOrganisation }: Table, organisations: string[]) {
  const places = hasOrganisation ? organisations.map((id) => ({ id, where: `where org_id = '${id}'` })) : [{ id: '', where: '' }]
  for (const { id, where } of places) {
    if (id !== '') await enter(client, id)
    await client.query(`declare rows no scroll cursor for select to_jsonb(t)::text as row from "${name}" t ${where}`)
    for (let rows = await next(client); rows.length > 0; rows = await next(client)) yield* rows
    await client.query('close rows')
  }
}

const next = async (client: pg.Client) => {
  const { rows } = await client.query(`fetch ${atOnce} from rows`)
  return z
    .array(z.object({ row: z.string() }))
    .parse(rows)
    .map(({ row }) => row)
}

async function writeRows(path: string, rows: AsyncIterable<string>): Promise<number> {
  let count = 0
  const lines = new Transform({
    objectMode: true,
    transform: (row, _, done) => {
      count += 1
      done(null, `${row}\n`)
    },
  })
  await pipeline(Readable.from(rows), lines, createGzip(), createWriteStream(path, { mode: 0o600 }))
  return count
}

async function headsOf(client: pg.Client, organisations: string[]) {
  const heads: Manifest['heads'] = {}
  for (const id of organisations) {
    await enter(client, id)
    const { rows } = await client.query('select seq::int as seq, hash from audit_heads where org_id = $1', [id])
    if (rows.length > 0) heads[id] = z.object({ seq: z.int(), hash: z.string() }).parse(rows[0])
  }
  return heads
}

/** A kept file is named by the SHA-256 of its bytes: one that is not what its name says is a fault of the installation. */
async function copyKept(files: string, folder: string) {
  const copied: Manifest['files'] = {}
  for (const path of await filesUnder(files)) {
    const target = keptFile(folder, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(files, path), target)
    copied[path] = await digestOf(target)
  }
  return copied
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .toSorted()
}
