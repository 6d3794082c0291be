import { z } from 'zod'
import { checkPackage, type PackageFault } from '@/lib/platform/package-check'
import { columns, line } from '../line'
import { bytesOf } from '../read-input'

export const command = line({
  input: z.strictObject({ file: z.string().describe('a case file or an evidence bundle, as it was downloaded') }),
  positional: 'file',
  needsOffice: false,
  async run({ file }) {
    const verdict = checkPackage(await bytesOf(file))
    const ok = verdict.faults.length === 0
    const text = ok
      ? `Whole: ${verdict.files} files are what the list says.\nList fingerprint ${verdict.listHash} (the audit log has the same).`
      : columns(verdict.faults.map(said))
    return { ok, value: { ok, ...verdict }, text }
  },
})

const sentences: Record<PackageFault['fault'], string> = {
  changed: 'CHANGED',
  missing: 'MISSING',
  not_listed: 'NOT LISTED',
  twice: 'TWICE',
  no_list: 'There is no readable SHA256SUMS in it.',
  not_a_zip: 'This is not a ZIP archive.',
  encrypted: 'The archive is encrypted.',
  unsafe_name: 'A name in it leads out of its folder.',
  damaged: 'The archive is damaged.',
  bomb: 'It would unpack to far too much and was not opened.',
}

const said = (fault: PackageFault): string[] => [sentences[fault.fault], 'path' in fault ? fault.path : '']
