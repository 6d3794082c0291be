import { sumsName, sumsText } from './sums'
import { zipChunks } from './zip-write'

/** A file to pack: what its bytes must be, and how they are fetched when their turn comes. */
export type PackedFile = {
  readonly path: string
  readonly hash: string
  readonly bytes: () => Promise<Uint8Array>
}

/**
 * Files and the list of their hashes as one ZIP, fetched one after the other while it is sent, so that a large package
 * takes no more memory than its largest file. `made` is written as the time of every file.
 */
export const packageChunks = (files: readonly PackedFile[], made: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> =>
  zipChunks(entriesOf(files), made)

async function* entriesOf(files: readonly PackedFile[]) {
  for (const { path, bytes } of files) yield { name: path, chunks: [await bytes()] }
  yield { name: sumsName, chunks: [Buffer.from(sumsText(files))] }
}
