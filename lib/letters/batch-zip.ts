import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import { docxOf } from '@/lib/platform/docx'
import type { Table } from '@/lib/platform/table'
import { type ZipFile, zipChunks } from '@/lib/platform/zip-write'
import { thaw } from '@/lib/proposals/frozen-letter'
import { type BatchFormat, endingsOf } from './bulk-kinds'
import { letterPaper } from './letter-paper'
import { readStamp } from './stamp'
import { variableNames } from './variables'

/** A case of a batch: its letter where one was written, and why there is none otherwise. */
export type PackedLetter = {
  /** The name of its files without their ending; empty where none was written. */
  readonly file: string
  /** SHA-256 of the kept PDF. */
  readonly kept: string
  readonly caseNumber: string
  readonly client: string
  readonly product: string
  readonly title: string
  readonly text: string
  readonly stamp: string
  readonly hash: string
  readonly state: 'WAITING' | 'WRITTEN' | 'SKIPPED'
  readonly why: string
  readonly lacks: readonly string[]
}

type Packing = {
  readonly letters: readonly PackedLetter[]
  readonly locale: Locale
  readonly format: BatchFormat
  readonly read: (hash: string) => Promise<Uint8Array | undefined>
}

/** The letters of a batch as one archive, with an index of every case first: which files, or why there are none. */
export const batchZip = (packing: Packing, made: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> =>
  zipChunks(filesOf(packing, made), made)

async function* filesOf(packing: Packing, made: Date): AsyncGenerator<ZipFile> {
  yield { name: 'index.csv', chunks: csvChunks(indexOf(packing)) }
  const wanted = packing.letters.flatMap((letter) =>
    letter.file === '' ? [] : endingsOf[packing.format].map((ending) => ({ letter, ending })),
  )
  for (const { letter, ending } of wanted) {
    const bytes = ending === 'pdf' ? await packing.read(letter.kept) : await wordFile(letter, made)
    if (bytes) yield { name: `${letter.file}.${ending}`, chunks: [bytes] }
  }
}

/** The kept text as a Word file; the PDF is kept as it was made. */
function wordFile({ title, text, stamp, hash, caseNumber }: PackedLetter, made: Date) {
  const kept = { letterTitle: title, letterText: text, letterTemplate: stamp, letterHash: hash }
  const letter = thaw(kept, readStamp(stamp)?.locale ?? 'zh-CN')
  return docxOf(letterPaper({ letter, caseNo: caseNumber, schedules: [] }), made)
}

const columns = ['file', 'caseNumber', 'client', 'product', 'title', 'state', 'hash'] as const

function indexOf({ letters, locale, format }: Packing): Table {
  const t = messages[locale].letterBatches
  const files = (file: string) => (file === '' ? '' : endingsOf[format].map((ending) => `${file}.${ending}`).join(' '))
  return {
    columns: columns.map((key) => ({ key, title: t.index[key], kind: 'text' })),
    rows: letters.map((letter) => [
      ...[files(letter.file), letter.caseNumber, letter.client, letter.product, letter.title],
      ...[letter.state === 'SKIPPED' ? reasonText(letter, locale) : t.state[letter.state], letter.hash],
    ]),
  }
}

/** Why a case got no letter, and by name what is not recorded where that is why. */
export function reasonText({ why, lacks }: Pick<PackedLetter, 'why' | 'lacks'>, locale: Locale): string {
  const t = messages[locale].letterBatches
  const reasons: Record<string, string> = t.why
  const names = variableNames(lacks, locale)
  return [reasons[why] ?? why, ...(names.length > 0 ? [names.join(t.and)] : [])].join(t.lacking)
}
