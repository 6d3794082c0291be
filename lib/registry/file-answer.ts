import { downloadHeaders, previewHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'

/** An answer that is a file, saved by whoever asked; `isPreview` marks a picture of our own making, which may be shown. */
export class FileAnswer {
  readonly name: string
  readonly type: string
  readonly chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>
  readonly isPreview: boolean

  constructor(file: Pick<FileAnswer, 'name' | 'type' | 'chunks'> & { isPreview?: boolean }) {
    this.name = file.name
    this.type = file.type
    this.chunks = file.chunks
    this.isPreview = file.isPreview ?? false
  }

  response() {
    const headers = this.isPreview ? previewHeaders() : downloadHeaders(this.name, this.type)
    return new Response(streamOf(this.chunks), { headers })
  }
}

/** A file that is in memory as a whole. */
export async function* asOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield new Uint8Array(bytes)
}
