const [app1, app13, comment, scan, end] = [0xe1, 0xed, 0xfe, 0xda, 0xd9] as const
/** Place, device, time and words: Exif and XMP, IPTC, comments. Colour profiles and what a decoder needs stay. */
const told: ReadonlySet<number> = new Set([app1, app13, comment])
const toldInPng: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])
const pngStart = 8

/**
 * A photo without what a telephone writes into it about place, device and time; its pixels are the same bytes as before.
 * Anything behind the end of a JPEG (further pictures, films) goes too. What is no JPEG or PNG, or is broken, comes back as
 * it is. Segments as in ITU-T T.81 annex B and in the PNG specification, third edition, 5.
 * @param orientation how to turn it (Exif 1–8), kept so that nobody sees a bill lying on its side
 */
export function withoutMetadata(bytes: Uint8Array, orientation = 1): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))) return jpegWithout(buffer, orientation) ?? bytes
  if (buffer.subarray(1, 4).toString('latin1') === 'PNG') return pngWithout(buffer) ?? bytes
  return bytes
}

type Part = { marker: number; bytes: Buffer }

function jpegWithout(bytes: Buffer, orientation: number): Buffer | undefined {
  const parts = [...segments(bytes)]
  if (parts.at(-1)?.marker !== end) return undefined
  const kept = parts.filter(({ marker }) => !told.has(marker)).map((part) => part.bytes)
  return Buffer.concat([bytes.subarray(0, 2), ...(orientation > 1 ? [turned(orientation)] : []), ...kept])
}

/** The segments of a JPEG up to its end, or up to where it breaks. */
function* segments(bytes: Buffer): Generator<Part> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    const next = at + 2 + bytes.readUInt16BE(at + 2)
    const stop = marker === scan ? afterScan(bytes, next) : next
    yield { marker, bytes: bytes.subarray(at, stop) }
    at = stop
    if (bytes[at + 1] === end) {
      yield { marker: end, bytes: bytes.subarray(at, at + 2) }
      return
    }
  }
}

/** Where the next marker stands: in a scan, 0xff is followed by 0 or by one of eight restart marks. */
function afterScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && isInScan(bytes[at + 1] ?? 0)) at = bytes.indexOf(0xff, at + 2)
  return at === -1 ? bytes.length : at
}

const isInScan = (after: number) => after === 0 || (after >= 0xd0 && after <= 0xd7)

/** The smallest Exif there is: one entry, the orientation. */
const turned = (orientation: number) =>
  Buffer.concat([
    Buffer.from([0xff, app1, 0x00, 0x22]),
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ])

function pngWithout(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, pngStart)]
  for (let at = pngStart; at + 12 <= bytes.length; ) {
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    const stop = at + 12 + bytes.readUInt32BE(at)
    if (!toldInPng.has(name)) kept.push(bytes.subarray(at, stop))
    if (name === 'IEND') return Buffer.concat(kept)
    at = stop
  }
  return undefined
}
