import { chunksOf } from '@/app/_parts/body-chunks'
import { readCapped } from '@/lib/platform/files'

/** Room for one file and the fields around it. Bytes. */
const largest = 21 * 1024 * 1024
/** What is typed into a form of ours is far less. Bytes. */
export const largestText = 64 * 1024

/**
 * The form somebody sent; of one larger than the limit what was typed before its first file, for our forms put the file last.
 * A form that cannot be read at all is an empty one.
 */
export async function receivedOrCut(request: Request, limit = largest): Promise<{ data: FormData; isCut: boolean }> {
  const contentType = request.headers.get('content-type') ?? ''
  const start: Uint8Array[] = []
  const bytes = request.body === null ? new Uint8Array() : await readCapped(noting(chunksOf(request.body), start), limit)
  if (bytes === undefined) return { data: await formIn(beforeFile(Buffer.concat(start), contentType), contentType), isCut: true }
  return { data: await formIn(bytes, contentType), isCut: false }
}

const formIn = (bytes: Uint8Array, contentType: string): Promise<FormData> =>
  new Response(Buffer.from(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => new FormData())

/** The parts before the first that has a file name, closed as a form of their own [RFC 7578]. */
function beforeFile(start: Buffer, contentType: string): Buffer {
  const boundary = `--${/boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? ''}`
  const file = start.toString('latin1').search(/\r\ncontent-disposition:[^\r\n]*; filename/i)
  const end = file < 0 ? -1 : start.lastIndexOf(boundary, file, 'latin1')
  return Buffer.concat([start.subarray(0, Math.max(end, 0)), Buffer.from(`${boundary}--\r\n`)])
}

/** The same chunks, while the first of them are kept in `start`. */
async function* noting(chunks: AsyncIterable<Uint8Array>, start: Uint8Array[]) {
  let size = 0
  for await (const chunk of chunks) {
    if (size < largestText) start.push(chunk)
    size += chunk.length
    yield chunk
  }
}
