import { readCapped } from '@/lib/platform/files'

/** A form with a file, as it came: its texts, and the file in base64. */
export type ReceivedForm = { texts: FormData; file: { name: string; content: string } | undefined }

/** Room for the file and the fields around it. */
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
  const sent = texts.get('file')
  texts.delete('file')
  if (!(sent instanceof File)) return { texts, file: undefined }
  return { texts, file: { name: sent.name, content: Buffer.from(await sent.arrayBuffer()).toString('base64') } }
}

async function* chunksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}
