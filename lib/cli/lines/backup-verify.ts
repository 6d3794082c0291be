import { z } from 'zod'
import { faultsOf } from '../backup/check'
import { readManifest } from '../backup/manifest'
import { tryOut } from '../backup/try-out'
import { line } from '../line'

export const command = line({
  input: z.strictObject({ folder: z.string().describe('the folder of a backup') }),
  positional: 'folder',
  needsOffice: false,
  async run({ folder }) {
    const manifest = await readManifest(folder)
    const damaged = await faultsOf(folder, manifest)
    // What is damaged already is not worth the trouble of trying out.
    const faults = damaged.length > 0 ? damaged : await tryOut(folder, manifest)
    const ok = faults.length === 0
    const text = ok
      ? `Whole: the backup of ${manifest.madeAt} was restored into a database of its own; every row is there and every audit chain ends where it did.`
      : faults.join('\n')
    return { ok, value: { ok, madeAt: manifest.madeAt, faults }, text }
  },
})
