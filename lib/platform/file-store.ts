import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from './hash'

/** Where a kept file is found again: SHA-256 of its bytes in hex, and its size in bytes. */
type StoredFile = { readonly hash: string; readonly size: number }

export type FileStore = {
  /** Keeps the bytes; the same bytes of the same organisation are kept once. On return they are on the disk. */
  store(organisationId: string, bytes: Uint8Array): Promise<StoredFile>
  /** The bytes as they were kept; undefined where there are none. Bytes that changed on the disk are a fault and throw. */
  read(organisationId: string, hash: string): Promise<Uint8Array | undefined>
  remove(organisationId: string, hash: string): Promise<void>
  /** Removes everything an organisation keeps. */
  removeAll(organisationId: string): Promise<void>
}

/**
 * Files under `root`/<organisation>/<first two digits>/<hash>. Each organisation has its own folder, so that nobody learns
 * whether another one keeps the same file. Names are made of checked ids and hashes only, never of what somebody typed.
 */
export function fileStore(root: string): FileStore {
  return {
    async store(organisationId, bytes) {
      const hash = sha256(bytes)
      const path = pathOf(root, organisationId, hash)
      if (!(await isKept(path, bytes.length))) await writeDurably(path, bytes)
      return { hash, size: bytes.length }
    },
    async read(organisationId, hash) {
      const bytes = await readFile(pathOf(root, organisationId, hash)).catch(missing)
      if (bytes && sha256(bytes) !== hash) throw new Error(`Stored file ${hash} is not what was stored`)
      return bytes
    },
    async remove(organisationId, hash) {
      await unlink(pathOf(root, organisationId, hash)).catch(missing)
    },
    async removeAll(organisationId) {
      await rm(folderOf(root, organisationId), { recursive: true, force: true })
    },
  }
}

function pathOf(root: string, organisationId: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not a SHA-256')
  return join(folderOf(root, organisationId), hash.slice(0, 2), hash)
}

function folderOf(root: string, organisationId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(organisationId)) throw new Error('Not an organisation id')
  return join(/* turbopackIgnore: true */ root, organisationId)
}

const isKept = async (path: string, size: number): Promise<boolean> => (await stat(path).catch(missing))?.size === size

/** Written beside its place, brought to the disk, then renamed: a crash leaves either the whole file or none. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `.${randomUUID()}`)
  const file = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is durable.
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().finally(() => handle.close())
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
