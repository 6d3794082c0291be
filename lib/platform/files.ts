import { fileTypeFromBuffer } from 'file-type'
import { decodeText } from './decode-text'
import { emailProblem } from './email-check'
import { type FileKind, type FileProblem, kindOfExtension, kindOfMime, maxFileSize } from './file-kinds'
import { sha256 } from './hash'
import { imageProblem } from './image-preview'
import { officeProblem } from './office-check'
import { pdfProblem } from './pdf-check'

/** What is kept of an accepted file: its kind by content, its size in bytes, its SHA-256 in hex, its name without a path. */
export type AcceptedFile = { readonly kind: FileKind; readonly size: number; readonly sha256: string; readonly name: string }

/**
 * Decides whether a file may be kept: its content, told by its first bytes, has to be an allowed kind and the one its name
 * claims, and must neither run anything nor unpack to more than it should. Nothing is changed; the original is kept as sent.
 */
export async function checkFile(bytes: Uint8Array, name: string): Promise<{ file: AcceptedFile } | { problem: FileProblem }> {
  const sized = bytes.length === 0 ? 'empty' : bytes.length > maxFileSize ? 'too_large' : undefined
  if (sized) return { problem: sized }
  const extension = extensionOf(name)
  if (extension === 'heic' || extension === 'heif') return { problem: 'heic' }
  const kind = kindOfExtension(extension)
  if (!kind) return { problem: 'kind_not_allowed' }
  const problem = await checks[kind](bytes)
  if (problem) return { problem }
  return { file: { kind, size: bytes.length, sha256: sha256(bytes), name: plainName(name) } }
}

/** Reads an upload to its end, or stops at the limit: a body is never held in memory beyond it. */
export async function readCapped(body: AsyncIterable<Uint8Array>, limit = maxFileSize): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The last part of a name somebody sent, without path, control or direction-changing characters, at most 120 characters. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').trim()]
  return visible.length > 120 ? [...visible.slice(0, 100), ...visible.slice(-20)].join('') : visible.join('') || 'file'
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

type Check = (bytes: Uint8Array) => FileProblem | undefined | Promise<FileProblem | undefined>

/** First bytes tell PDF, JPEG and PNG; office files are archives that are looked into; text has no mark, only a readable encoding. */
const checks: Record<FileKind, Check> = {
  PDF: marked('PDF', pdfProblem),
  JPEG: marked('JPEG', imageProblem),
  PNG: marked('PNG', imageProblem),
  DOCX: (bytes) => officeProblem(bytes, 'word/document.xml'),
  XLSX: (bytes) => officeProblem(bytes, 'xl/workbook.xml'),
  CSV: textProblem,
  TXT: textProblem,
  EML: emailProblem,
}

function marked(kind: FileKind, check: Check): Check {
  return async (bytes) => {
    const found = await fileTypeFromBuffer(bytes.subarray(0, 4100))
    if (found?.mime.startsWith('image/hei')) return 'heic'
    return found && kindOfMime(found.mime) === kind ? check(bytes) : 'content_differs'
  }
}

async function textProblem(bytes: Uint8Array): Promise<FileProblem | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100))
  return found || 'problem' in decodeText(bytes) ? 'content_differs' : undefined
}
