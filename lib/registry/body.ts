import { maxFileSize } from '@/lib/platform/file-kinds'
import { DoorRefusal } from './door-refusal'

/** Bytes a body may have. */
export const bodyLimit = 1_048_576
/** Bytes of a body that carries a file in base64. */
export const fileLimit = Math.ceil((maxFileSize * 4) / 3) + bodyLimit

/**
 * The values a request carries as JSON; none where there is no body.
 * @throws DoorRefusal `not_json`, `body_too_large`, `malformed` or `not_an_object`
 */
export async function readBody(request: Request, limit: number): Promise<Record<string, unknown>> {
  if (Number.parseInt(request.headers.get('content-length') ?? '0', 10) > limit)
    throw new DoorRefusal('body_too_large', { limit })
  const bytes = await readBytes(request, limit)
  if (bytes.length === 0) return {}
  if (!isJson(request.headers.get('content-type') ?? '')) throw new DoorRefusal('not_json')
  return objectIn(bytes)
}

async function readBytes({ body }: Request, limit: number) {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  let size = 0
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.length
    if (size > limit) throw new DoorRefusal('body_too_large', { limit })
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}

const isJson = (contentType: string) =>
  /^application\/(json|[\w.-]+\+json)\s*(;\s*charset="?utf-?8"?\s*)?;?$/i.test(contentType.trim())

function objectIn(bytes: Uint8Array): Record<string, unknown> {
  const value = parsed(bytes)
  if (!isObject(value)) throw new DoorRefusal('not_an_object')
  return value
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new DoorRefusal('malformed')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
