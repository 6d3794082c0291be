import { readCapped } from '@/lib/platform/files'
import { chunksOf } from './body-chunks'

type ReceivedFile = { name: string; content: string }
/** A form with files, as it came: its texts, and the files in base64; `file` is the first of them. */
export type ReceivedForm = { texts: FormData; file: ReceivedFile | undefined; files: ReceivedFile[] }

/** Room for the files and the fields around them. */
const limit = 21 * 1024 * 1024

/** Reads a multipart form up to the limit and no further; undefined where it is larger, or no such form. */
export async function receivedForm(request: Request): Promise<ReceivedForm | undefined> {
  if (request.body === null) return undefined
  const bytes = await readCapped(chunksOf(request.body), limit)
  if (bytes === undefined) return undefined
  const contentType = request.headers.get('content-type') ?? ''
  const texts = await new Response(Buffer.from(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined)
  if (texts === undefined) return undefined
  const sent = texts.getAll('file').filter((one) => one instanceof File)
  texts.delete('file')
  const files = await Promise.all(
    sent.map(async (one) => ({ name: one.name, content: Buffer.from(await one.arrayBuffer()).toString('base64') })),
  )
  return { texts, files, file: files[0] }
}
