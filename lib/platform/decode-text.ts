export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }

/**
 * The text of a file whose encoding nobody told: a byte order mark decides; else UTF-8 where every byte fits; else GB18030,
 * in which Chinese Excel and WPS save (it holds GBK and GB2312). Bytes that are no text in any of them are refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText | { problem: 'encoding' | 'binary' } {
  for (const encoding of candidates(bytes)) {
    const text = decoded(bytes, encoding)
    if (text !== undefined) return text.includes('\0') ? { problem: 'binary' } : { text, encoding }
  }
  return { problem: 'encoding' }
}

const marks: readonly { encoding: DecodedText['encoding']; mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

function candidates(bytes: Uint8Array): DecodedText['encoding'][] {
  const marked = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  return marked ? [marked.encoding] : ['utf-8', 'gb18030']
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
