import { z } from 'zod'
import { locales } from '@/db/vocabulary'
import { caseFileInput } from '@/lib/casefile/export.commands'
import type { Actor } from '@/lib/core/actor'
import { parse } from '@/lib/core/command'
import type { QueryName } from '@/lib/core/permissions'
import { found } from '@/lib/core/refusal'
import { openBundle } from '@/lib/evidence/bundle.queries'
import { evidenceOriginal, evidencePreview } from '@/lib/evidence/file.queries'
import { keptFiles } from '@/lib/evidence/kept-files'
import { download } from '@/lib/exports/download'
import { exportFormats, exportKinds } from '@/lib/exports/kinds'
import { chosenSerials } from '@/lib/exports/queries'
import { jobFile } from '@/lib/jobs/queries'
import { batchFiles } from '@/lib/letters/batch.queries'
import { batchZip } from '@/lib/letters/batch-zip'
import { civilDateIn } from '@/lib/platform/dates'
import { packageChunks } from '@/lib/platform/packed'
import { asOneChunk, FileAnswer } from './file-answer'
import type { RegisteredCommand } from './routes'

/** What is asked for from outside, and the file it is answered with. */
export type Download = { input: z.ZodType; open(actor: Actor, values: unknown, now: Date): Promise<FileAnswer> }

/** Calls that are answered with a file instead of JSON. Permission and scope stay with the query or command itself. */
export const downloads: Partial<Record<QueryName | RegisteredCommand, Download>> = {
  'caseFile.export': defined(caseFileInput, async (actor, { caseId, locale = actor.locale }, now) => {
    // It speaks with the translator of the interface, which only the server can load: the manifest has to do without.
    const { caseFile } = await import('@/lib/casefile/case-file')
    const { fileName, chunks } = await caseFile(actor, { caseId, locale }, now)
    return new FileAnswer({ name: fileName, type: 'application/zip', chunks })
  }),
  'export.table': defined(
    z.strictObject({
      kind: z.enum(exportKinds),
      format: z.enum(exportFormats).default('csv'),
      locale: z.enum(locales).optional(),
      serials: chosenSerials,
    }),
    async (actor, { kind, format, serials, locale = actor.locale }, now) => {
      const { chunks, fileName, contentType } = await download(actor, { kind, format, locale, serials }, now)
      return new FileAnswer({ name: fileName, type: contentType, chunks })
    },
  ),
  'evidence.file': defined(evidencePreview.definition.input, async (actor, asked, now) => {
    const { hash, name } = await evidencePreview(actor, asked, now)
    return new FileAnswer({ name, type: 'image/jpeg', chunks: asOneChunk(await bytesOf(actor, hash)), isPreview: true })
  }),
  'job.download': defined(jobFile.definition.input, async (actor, asked, now) => {
    const { name, type, bytes } = await jobFile(actor, asked, now)
    return new FileAnswer({ name, type, chunks: asOneChunk(bytes) })
  }),
  'letterBatch.download': defined(batchFiles.definition.input, async (actor, asked, now) => {
    const { letters, startedAt, format } = await batchFiles(actor, asked, now)
    const read = (hash: string) => keptFiles().read(actor.organisationId, hash)
    const name = `letters-${civilDateIn(new Date(startedAt), actor.timeZone)}.zip`
    return new FileAnswer({
      name,
      type: 'application/zip',
      chunks: batchZip({ letters, locale: actor.locale, format, read }, now),
    })
  }),
  'evidence.original': defined(evidenceOriginal.definition.input, async (actor, asked, now) => {
    const { hash, name, kind } = await evidenceOriginal(actor, asked, now)
    return new FileAnswer({ name, type: kind, chunks: asOneChunk(await bytesOf(actor, hash)) })
  }),
  'bundle.download': defined(openBundle.definition.input, async (actor, asked, now) => {
    const { caseNo, number, sentAt, files } = await openBundle(actor, asked, now)
    const packed = files.map(({ path, hash }) => ({ path, hash, bytes: () => bytesOf(actor, hash) }))
    const chunks = packageChunks(packed, new Date(sentAt))
    return new FileAnswer({ name: `${caseNo}-${number}.zip`, type: 'application/zip', chunks })
  }),
}

/** Opens only what fits the input. */
function defined<Input extends z.ZodType>(
  input: Input,
  open: (actor: Actor, asked: z.output<Input>, now: Date) => Promise<FileAnswer>,
): Download {
  return { input, open: (actor, values, now) => open(actor, parse(input, values), now) }
}

const bytesOf = async (actor: Actor, hash: string) => found(await keptFiles().read(actor.organisationId, hash))
