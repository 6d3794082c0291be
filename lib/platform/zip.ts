import { inflateRawSync } from 'node:zlib'

/** Why an archive is not opened. Anything that could fill memory or disk counts as `bomb`. */
export type ZipProblem = 'not_a_zip' | 'encrypted' | 'unsafe_name' | 'damaged' | 'bomb'

/** A file in an archive as its directory declares it; sizes in bytes, `data` its compressed bytes. */
export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly method: 'stored' | 'deflated'
  readonly data: Uint8Array
}

type ZipLimits = { readonly entries: number; readonly size: number; readonly ratio: number }

/** 2,000 files, 200 MB unpacked, and no archive that grows more than two hundredfold. */
const zipLimits: ZipLimits = { entries: 2_000, size: 200 * 1024 * 1024, ratio: 200 }

/**
 * The files of an archive, with nothing inflated yet. Refuses before inflating what declares too much, hides files behind a
 * password, overlaps its files (one block of bytes unpacked many times) or names a path outside its own folder.
 */
export function openZip(bytes: Uint8Array, limits = zipLimits): { entries: readonly ZipEntry[] } | { problem: ZipProblem } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const headers = directory(view, limits)
    if (typeof headers === 'string') return { problem: headers }
    const problem = headers.map(headerProblem).find(Boolean) ?? sizeProblem(headers, view.length, limits)
    return problem ? { problem } : { entries: headers.map((header) => entryOf(view, header)) }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'damaged' }
    throw error
  }
}

/** The unpacked bytes; undefined where they are not what the directory declared. Never inflates past the declared size. */
export function inflate(entry: ZipEntry): Uint8Array | undefined {
  if (entry.method === 'stored') return entry.data.length === entry.size ? entry.data : undefined
  try {
    const unpacked = inflateRawSync(entry.data, { maxOutputLength: Math.max(1, entry.size) })
    return unpacked.length === entry.size ? unpacked : undefined
  } catch {
    return undefined
  }
}

type Header = { name: string; flags: number; method: number; packed: number; size: number; offset: number }

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const fileMark = 0x04034b50
const endLength = 22
const headerLength = 46
const longestComment = 0xffff

/** Reading past the end throws a RangeError, which `openZip` turns into `damaged`. */
function directory(view: Buffer, limits: ZipLimits): Header[] | ZipProblem {
  const end = endOfDirectory(view)
  if (end === undefined) return 'not_a_zip'
  const count = view.readUInt16LE(end + 10)
  if (count > limits.entries) return 'bomb'
  const headers: Header[] = []
  let at = view.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (view.readUInt32LE(at) !== directoryMark) return 'damaged'
    headers.push(headerAt(view, at))
    at += headerLength + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return headers
}

function endOfDirectory(view: Buffer): number | undefined {
  const lowest = Math.max(0, view.length - endLength - longestComment)
  for (let at = view.length - endLength; at >= lowest; at--) {
    if (view.readUInt32LE(at) === endMark) return at
  }
  return undefined
}

const headerAt = (view: Buffer, at: number): Header => ({
  flags: view.readUInt16LE(at + 8),
  method: view.readUInt16LE(at + 10),
  packed: view.readUInt32LE(at + 20),
  size: view.readUInt32LE(at + 24),
  offset: view.readUInt32LE(at + 42),
  name: view.toString('utf8', at + headerLength, at + headerLength + view.readUInt16LE(at + 28)),
})

function headerProblem({ name, flags, method }: Header): ZipProblem | undefined {
  if ((flags & 1) === 1) return 'encrypted'
  if (method !== 0 && method !== 8) return 'damaged'
  return /^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)|\0/i.test(name) ? 'unsafe_name' : undefined
}

// An archive with 64-bit sizes declares 0xffffffff here, which is beyond every limit.
function sizeProblem(headers: readonly Header[], length: number, limits: ZipLimits): ZipProblem | undefined {
  const size = headers.reduce((total, header) => total + header.size, 0)
  const packed = headers.reduce((total, header) => total + header.packed, 0)
  const overlaps = packed > length
  return overlaps || size > limits.size || size > length * limits.ratio ? 'bomb' : undefined
}

function entryOf(view: Buffer, header: Header): ZipEntry {
  if (view.readUInt32LE(header.offset) !== fileMark) throw new RangeError('no file where the directory says')
  const start = header.offset + 30 + view.readUInt16LE(header.offset + 26) + view.readUInt16LE(header.offset + 28)
  if (start + header.packed > view.length) throw new RangeError('file is cut off')
  const data = view.subarray(start, start + header.packed)
  return { name: header.name, size: header.size, method: header.method === 0 ? 'stored' : 'deflated', data }
}
