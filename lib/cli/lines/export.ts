import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { download } from '@/lib/exports/download'
import { exportFormats, exportKinds } from '@/lib/exports/kinds'
import { now } from '@/lib/platform/clock'
import { line } from '../line'
import { atTheMachine, officeNamed } from '../offices'
import { writing } from '../write-output'

export const command = line({
  input: z.strictObject({
    kind: z.enum(exportKinds).describe(exportKinds.join(', ')),
    out: z.string().describe('the file to write'),
    format: z.enum(exportFormats).default('csv').describe(exportFormats.join(' or ')),
    locale: z.enum(locales).default('zh-CN').describe('language of headings and codes'),
    organisation: z.string().optional().describe('name or id, where there are several'),
  }),
  needsOffice: true,
  async run({ kind, out, format, locale, organisation }) {
    const actor = atTheMachine(await officeNamed(organisation))
    const { chunks } = await download(actor, { kind, format, locale }, now())
    await writing(out, () => pipeline(Readable.from(chunks), createWriteStream(out, { mode: 0o600 })))
    return { ok: true, value: { file: out, kind, format }, text: `Written: ${out}` }
  },
})
