import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import type { AuditEvent } from '@/lib/core/audit'
import type { Erasure } from '@/lib/rights/ledger'
import { Failed } from '../line'
import { eraseAgain, type GoneFile, tombstonesOf } from './erased'
import { loadBackup } from './load'
import { keptFile, type Manifest } from './manifest'
import { enter, organisationsOf } from './tables'

type Target = { client: pg.Client; files: string; ledger: readonly Erasure[]; now: Date; mayReplace: boolean }

/**
 * Puts a backup in place of what is here: tables and erasures in one transaction, so that nobody ever sees a person who was
 * erased after the backup was made; then the kept files, but for those of the erased.
 * @throws Failed where there are offices here that may not be replaced
 */
export async function restoreBackup(folder: string, manifest: Manifest, { client, files, ledger, now, mayReplace }: Target) {
  await client.query("begin; set local lock_timeout = '30s'")
  try {
    if (!mayReplace && (await organisationsOf(client)).length > 0)
      throw new Failed('There are offices here already. --replace puts the backup in their place; what is here now is gone then.')
    const erased = new Map([...(await tombstonesOf(client)), ...ledger].map((one) => [one.clientId, one]))
    await loadBackup(client, folder, manifest)
    for (const one of await tombstonesOf(client)) erased.set(one.clientId, one)
    const again = await eraseAgain(client, [...erased.values()], now)
    await noteRestore(client, manifest, now)
    await client.query('commit')
    await copyBack(folder, manifest, { files, without: again.files })
    return { erasedAgain: again.clients }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function noteRestore(client: pg.Client, { madeAt }: Manifest, now: Date) {
  const event = JSON.stringify([{ type: 'backup.restored', madeAt } satisfies AuditEvent])
  for (const organisationId of await organisationsOf(client)) {
    await enter(client, organisationId)
    await client.query("select append_audit($1, 'system:parley', 'backup.restore', '', $2::jsonb)", [now.toISOString(), event])
  }
}

async function copyBack(folder: string, manifest: Manifest, { files, without }: { files: string; without: readonly GoneFile[] }) {
  const gone = new Set(
    without.filter(({ file }) => isKept.test(file)).map(({ organisationId, file }) => pathOf(organisationId, file)),
  )
  for (const [path, { size }] of Object.entries(manifest.files)) {
    const target = join(files, path)
    if (gone.has(path) || (await sizeOf(target)) === size) continue
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(keptFile(folder, path), target)
  }
  for (const path of gone) await rm(join(files, path), { force: true })
}

/** Mails of the erased are no kept files, and no backup holds them. */
const isKept = /^[0-9a-f]{64}$/

/** As the file store lays them out. */
const pathOf = (organisationId: string, hash: string) => join(organisationId, hash.slice(0, 2), hash)

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
