import type { ZipFile } from '@/lib/platform/zip-write'

export type Packed = {
  data: unknown
  /** The same to be read by people, as a PDF. */
  summary: Uint8Array
  files: readonly { id: string; name: string; bytes: Uint8Array }[]
}

/** What a person takes along: a summary to read, one data file, and their files as they were received, each under its id. */
export function packageOf({ data, summary, files }: Packed): ZipFile[] {
  const json = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
  return [
    { name: 'summary.pdf', chunks: [summary] },
    { name: 'data.json', chunks: [json] },
    ...files.map(({ id, name, bytes }) => ({ name: `files/${id}-${safeName(name)}`, chunks: [bytes] })),
  ]
}

/** A name that is one name in every archive program. */
const safeName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_')
