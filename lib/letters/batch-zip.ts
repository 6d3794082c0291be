import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import { csvChunks } from '@/lib/platform/csv'
import type { Table } from '@/lib/platform/table'
import { type ZipFile, zipChunks } from '@/lib/platform/zip-write'

/** A case of a batch: its letter's file where one was written, and why there is none otherwise. */
export type PackedLetter = {
  readonly file: string
  /** SHA-256 of the kept PDF; empty where none was written. */
  readonly kept: string
  readonly caseNumber: string
  readonly client: string
  readonly product: string
  readonly title: string
  readonly hash: string
  readonly state: 'WAITING' | 'WRITTEN' | 'SKIPPED'
  readonly why: string
}

type Packing = {
  readonly letters: readonly PackedLetter[]
  readonly locale: Locale
  readonly read: (hash: string) => Promise<Uint8Array | undefined>
}

/** The letters of a batch as one archive, with an index of every case first: which file, or why there is none. */
export const batchZip = (packing: Packing, made: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> =>
  zipChunks(filesOf(packing), made)

async function* filesOf({ letters, locale, read }: Packing): AsyncGenerator<ZipFile> {
  yield { name: 'index.csv', chunks: csvChunks(indexOf(letters, locale)) }
  for (const { file, kept } of letters) {
    const bytes = file === '' ? undefined : await read(kept)
    if (bytes) yield { name: file, chunks: [bytes] }
  }
}

const columns = ['file', 'caseNumber', 'client', 'product', 'title', 'state', 'hash'] as const

function indexOf(letters: readonly PackedLetter[], locale: Locale): Table {
  const t = messages[locale].letterBatches
  return {
    columns: columns.map((key) => ({ key, title: t.index[key], kind: 'text' })),
    rows: letters.map(({ file, caseNumber, client, product, title, state, why, hash }) => [
      ...[file, caseNumber, client, product, title, state === 'SKIPPED' ? reasonText(t.why, why) : t.state[state], hash],
    ]),
  }
}

const reasonText = (reasons: Record<string, string>, why: string) => reasons[why] ?? why
