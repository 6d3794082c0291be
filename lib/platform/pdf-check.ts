import { inflateSync } from 'node:zlib'
import type { FileProblem } from './file-kinds'

/** Things a PDF can hold that run, fetch, send or hide something (ISO 32000-1, 12.6 actions, 7.11.4 embedded files). */
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToE|XFA(?=[\s[(<\d]))(?![A-Za-z])/

const encrypted = /\/Encrypt(?![A-Za-z])\s*(<<|\d+\s+\d+\s+R)/

const objectStreamLimit = 64 * 1024 * 1024

/**
 * Why a PDF is not taken: a password, something that runs, or parts that cannot be read. Looks at the bytes, with names
 * written in hex (#4a) spelled out, and into compressed object streams. Not covered: code hidden by a damaged cross
 * reference in a stream that claims to be something else, and flaws of the program that will show the file.
 */
export function pdfProblem(bytes: Uint8Array): FileProblem | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.slice(0, 1024).includes('%PDF-') || !text.includes('%%EOF')) return 'damaged'
  if (encrypted.test(spelledOut(text))) return 'encrypted'
  const inside = objectStreams(text)
  if (typeof inside === 'string') return inside
  return [text, ...inside].some((part) => active.test(spelledOut(part))) ? 'active_content' : undefined
}

const spelledOut = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The unpacked text of every stream that holds objects; a problem where one cannot be unpacked. */
function objectStreams(text: string): string[] | FileProblem {
  const streams: string[] = []
  let left = objectStreamLimit
  for (const { dictionary, start } of dictionariesOfObjects(text)) {
    if (!readable(dictionary)) return 'damaged'
    const unpacked = dictionary.includes('/FlateDecode') ? unpack(text, start, left) : ''
    if (unpacked === undefined) return 'damaged'
    left -= unpacked.length
    streams.push(unpacked)
  }
  // A name written in hex is only needed to hide it from a check like this one.
  return streams.length === countOf(spelledOut(text)) ? streams : 'active_content'
}

const countOf = (text: string): number => text.match(/\/ObjStm(?![A-Za-z])/g)?.length ?? 0

function* dictionariesOfObjects(text: string): Generator<{ dictionary: string; start: number }> {
  for (const found of text.matchAll(/\/ObjStm(?![A-Za-z])/g)) {
    const begin = Math.max(0, text.lastIndexOf('obj', found.index))
    const keyword = text.indexOf('stream', found.index + '/ObjStm'.length)
    const end = keyword < 0 ? text.length : keyword
    yield { dictionary: text.slice(begin, end), start: end + 'stream'.length }
  }
}

// One Flate filter without a predictor is what every writer uses; anything else could hide its content from the check.
const readable = (dictionary: string): boolean =>
  !/\/(DecodeParms|DP|ASCII85Decode|ASCIIHexDecode|LZWDecode|RunLengthDecode|Crypt)\b/.test(dictionary)

function unpack(text: string, start: number, limit: number): string | undefined {
  const body = text.startsWith('\r\n', start) ? start + 2 : start + 1
  const end = text.indexOf('endstream', body)
  if (end < 0) return undefined
  try {
    return inflateSync(Buffer.from(text.slice(body, end), 'latin1'), { maxOutputLength: Math.max(1, limit) }).toString('latin1')
  } catch {
    return undefined
  }
}
