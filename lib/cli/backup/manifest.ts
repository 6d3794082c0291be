import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Failed } from '../line'

const count = z.int().min(0)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** A path inside a backup never leads out of it. */
const inside = z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/)

/**
 * What a backup says of itself: the schema it was made from, every table with its columns, rows and SHA-256, every file with
 * its SHA-256 (also its name) and size, and where each office's audit chain ended.
 */
export const manifestShape = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migration: z.strictObject({ number: count, hash: z.string() }),
  tables: z.record(
    z.string().regex(/^[a-z_]+$/),
    z.strictObject({ rows: count, columns: z.array(z.string().regex(/^[a-z0-9_]+$/)), sha256: digest }),
  ),
  files: z.record(inside, z.strictObject({ size: count, sha256: digest })),
  heads: z.record(z.uuid(), z.strictObject({ seq: count, hash: z.string() })),
})
export type Manifest = z.output<typeof manifestShape>

export const manifestFile = 'manifest.json'
export const tableFile = (folder: string, table: string) => join(folder, 'tables', `${table}.ndjson.gz`)
export const keptFile = (folder: string, path: string) => join(folder, 'files', path)

/**
 * Tables that are left out. Whoever was signed in, or holds a key, proves themselves again after a restore: an old backup must
 * not open a door that was closed since.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'sessions',
  'api_keys',
  'sign_in_attempts',
  'drop_permits',
  'idempotency_keys',
])

/** @throws Failed where there is no backup, or one this version does not read */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Failed(`There is no finished backup in ${folder}.`)
  const parsed = manifestShape.safeParse(jsonOf(text))
  if (!parsed.success) throw new Failed(`The manifest of ${folder} cannot be read.`)
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
