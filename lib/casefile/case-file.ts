import type { Locale } from '@/db/vocabulary'
import type { Actor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { found } from '@/lib/core/refusal'
import { keptFiles } from '@/lib/evidence/kept-files'
import { sha256 } from '@/lib/platform/hash'
import { type PackedFile, packageChunks } from '@/lib/platform/packed'
import { sumsText } from '@/lib/platform/sums'
import { evidenceEntries } from './contents'
import { noteCaseFile } from './export.commands'
import { lettersOf } from './letters'
import { casePage } from './page'
import { recordsOf } from './records'
import { caseText } from './text'

type Order = { caseId: string; locale: Locale }

/**
 * A whole case as one archive (SE-17): a page to read offline, every record as JSON, the letters, the evidence this person
 * may open, and the list of hashes. What it comes to is noted in audit and access log before the first byte leaves; files
 * are read one after the other while it is sent.
 * @throws Refusal
 */
export async function caseFile(actor: Actor, { caseId, locale }: Order, now: Date) {
  const records = await recordsOf(actor, caseId, now)
  const letters = await lettersOf(actor, records, now)
  const facts = { records, letters, actor, locale, now }
  const files = [
    textFile('index.html', casePage(facts)),
    textFile('case.json', caseText(facts)),
    ...letters.map(({ path, bytes }) => inMemory(path, bytes)),
    ...evidenceFiles(actor, records),
  ]
  await execute(noteCaseFile, actor, { caseId, files: files.length, hash: sha256(sumsText(files)) }, { now })
  return { fileName: `${records.case.number}.zip`, chunks: packageChunks(files, now) }
}

const textFile = (path: string, text: string) => inMemory(path, Buffer.from(text))
const inMemory = (path: string, bytes: Uint8Array): PackedFile => ({ path, hash: sha256(bytes), bytes: async () => bytes })

function evidenceFiles({ organisationId }: Actor, records: Parameters<typeof evidenceEntries>[0]): PackedFile[] {
  return evidenceEntries(records).flatMap(({ path, item: { fileHash: hash } }) =>
    path === null || hash === null
      ? []
      : [{ path, hash, bytes: async () => found(await keptFiles().read(organisationId, hash)) }],
  )
}
