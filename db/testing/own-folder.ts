import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder for the files of this test alone, gone when it is over. */
export function inOwnFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `parley-${name}-`))
  beforeAll(() => {
    process.env.DATA_DIR = folder
  })
  afterAll(() => rmSync(folder, { recursive: true }))
}
