import { join } from 'node:path'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { dataDirectory } from '@/lib/platform/env'
import { createBackup } from '../backup/create'
import { line } from '../line'
import { asOwner } from '../owner'

export const command = line({
  input: z.strictObject({
    folder: z.string().optional().describe('where to write it: a new folder; usually DATA_DIR/backups/ and the moment'),
  }),
  positional: 'folder',
  needsOffice: true,
  async run({ folder }) {
    const at = now()
    const target = folder ?? join(dataDirectory(), 'backups', at.toISOString().replace(/[:.]/g, '-'))
    const manifest = await asOwner((client) => createBackup(target, { client, files: join(dataDirectory(), 'files'), now: at }))
    const rows = Object.values(manifest.tables).reduce((total, table) => total + table.rows, 0)
    const files = Object.keys(manifest.files).length
    return {
      ok: true,
      value: { folder: target, tables: Object.keys(manifest.tables).length, rows, files },
      text: `Written: ${target} (${rows} rows, ${files} files). It holds everything about everybody: keep it as safe as the database, and prove it with: parley backup verify ${target}`,
    }
  },
})
