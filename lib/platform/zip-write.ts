import { Zip, ZipDeflate } from 'fflate'

/** A file to pack: its path inside the archive and its bytes, which are read once. */
export type ZipFile = { readonly name: string; readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/**
 * A ZIP archive in chunks, packed while it is read, so that its size does not matter to memory. Every file carries the
 * same `modified` time; the same input gives the same bytes.
 */
export async function* zipChunks(
  files: Iterable<ZipFile> | AsyncIterable<ZipFile>,
  modified: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for await (const { name, chunks } of files) {
    const packed = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: modified })
    zip.add(packed)
    for await (const chunk of chunks) {
      packed.push(chunk)
      yield* ready.splice(0)
    }
    packed.push(new Uint8Array(0), true)
  }
  zip.end()
  yield* ready
}
