import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readManifest } from './manifest'

/** When the newest finished backup in a folder of backups was made; undefined where there is none. */
export async function newestBackup(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [])
  const made: string[] = []
  for (const name of names) {
    const manifest = await readManifest(join(folder, name)).catch(() => undefined)
    if (manifest !== undefined) made.push(manifest.madeAt)
  }
  return made.toSorted().at(-1)
}
