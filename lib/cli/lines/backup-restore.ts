import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { dataDirectory } from '@/lib/platform/env'
import { readLedger } from '@/lib/rights/ledger'
import { ledgerFile } from '@/lib/rights/sweep.job'
import { faultsOf } from '../backup/check'
import { readManifest } from '../backup/manifest'
import { restoreBackup } from '../backup/restore'
import { Failed, line } from '../line'
import { asOwner } from '../owner'

export const command = line({
  input: z.strictObject({
    folder: z.string().describe('the folder of a backup'),
    replace: z.boolean().default(false).describe('put it in the place of the offices that are here'),
    erased: z.string().optional().describe('another erased.jsonl, from where the lost installation stood'),
  }),
  positional: 'folder',
  needsOffice: true,
  async run({ folder, replace, erased }) {
    if (erased !== undefined) await expectFile(erased)
    const manifest = await readManifest(folder)
    const [fault] = await faultsOf(folder, manifest)
    if (fault !== undefined) throw new Failed(`Nothing was restored: ${fault}.`)
    const ledger = [...(await readLedger(ledgerFile())), ...(erased === undefined ? [] : await readLedger(erased))]
    const target = { files: join(dataDirectory(), 'files'), ledger, now: now(), mayReplace: replace }
    const { erasedAgain } = await asOwner((client) => restoreBackup(folder, manifest, { client, ...target }))
    const again = erasedAgain === 0 ? '' : ` Erased again, as they were after it was made: ${erasedAgain}.`
    const text = `Restored: the backup of ${manifest.madeAt}.${again} Everybody signs in anew; clients need new invitations, programs new keys.`
    return { ok: true, value: { madeAt: manifest.madeAt, erasedAgain }, text }
  },
})

/** A name mistyped is no ledger that names nobody: those it names would be brought back. */
const expectFile = (path: string) =>
  access(path).catch(() => {
    throw new Failed(`Nothing was restored: there is no ${path}.`)
  })
