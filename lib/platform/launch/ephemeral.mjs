// @ts-check
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRoot } from './account.mjs'
import { clusterIn } from './cluster.mjs'
import { openPostgres } from './postgres.mjs'
import { ownGroup } from './run.mjs'

/**
 * A database for tests, in a folder of its own: fast, nothing synced to the disk, and gone with the process that
 * opened it, however that ends.
 */
export async function openEphemeral() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-test-'))
  if (isRoot) fs.chmodSync(dataDir, 0o711)
  const cluster = clusterIn(dataDir, { fast: true })
  const dismiss = guard(cluster, dataDir)
  const postgres = await openPostgres(dataDir, { fast: true })
  const close = async () => {
    await postgres.release()
    await dismiss()
  }
  return { ...postgres, dataDir, close }
}

/**
 * The guard lives on when we are killed: its input closes, it stops the server and removes the folders.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {string} dataDir
 */
function guard({ home, data, account, binaries }, dataDir) {
  const order = JSON.stringify({ pgCtl: binaries.program('pg_ctl'), data, account, folders: [home, dataDir] })
  const script = fileURLToPath(new URL('./guard.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, order], { detached: ownGroup, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  const dismissed = new Promise((resolve) => child.once('exit', resolve))
  return async () => {
    child.ref()
    child.stdin.end()
    await dismissed
  }
}
