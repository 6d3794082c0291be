import type { FileProblem } from './file-kinds'
import { inflate, openZip, type ZipEntry, type ZipProblem } from './zip'

const meaning: Record<ZipProblem, FileProblem> = {
  not_a_zip: 'content_differs',
  encrypted: 'encrypted',
  unsafe_name: 'damaged',
  damaged: 'damaged',
  bomb: 'bomb',
}

/** Macros, ActiveX controls and embedded programs by the names Office gives them. */
const active = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|embeddings\/.*\.(bin|exe|js|vbs|lnk))/i

/** A relation that makes Office fetch a template or an object from elsewhere when the file is opened. */
const fetches =
  /Type="[^"]*\/(attachedTemplate|oleObject|frame|subDocument|externalLink)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Type="[^"]*\/(attachedTemplate|oleObject|frame|subDocument|externalLink)"/i

/**
 * Why a .docx or .xlsx file is not taken; `main` is the part that makes it one. The limits are checked before anything is
 * unpacked, and every part has to unpack to exactly what it declares.
 */
export function officeProblem(bytes: Uint8Array, main: string): FileProblem | undefined {
  const opened = openZip(bytes)
  if ('problem' in opened) return meaning[opened.problem]
  if (!opened.entries.some((entry) => entry.name === main)) return 'content_differs'
  return opened.entries.map(partProblem).find(Boolean)
}

function partProblem(entry: ZipEntry): FileProblem | undefined {
  if (active.test(entry.name)) return 'active_content'
  const unpacked = inflate(entry)
  if (!unpacked) return 'damaged'
  return entry.name.endsWith('.rels') && fetches.test(Buffer.from(unpacked).toString('utf8')) ? 'active_content' : undefined
}
