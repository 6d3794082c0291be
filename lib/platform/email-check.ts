import type { FileProblem } from './file-kinds'

/** More header than any mail has; what follows is not looked at. */
const longestHeader = 256 * 1024

const field = /^([!-9;-~]+)[ \t]*:/
const traces: ReadonlySet<string> = new Set(['date', 'received', 'message-id'])

/**
 * Whether bytes are an e-mail as programs save it (RFC 5322, .eml): a block of header fields that says who wrote it and
 * bears a trace of having been sent, then an empty line. The body may be in any encoding and is kept unread.
 */
export function emailProblem(bytes: Uint8Array): FileProblem | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestHeader)).toString('latin1')
  const [block = ''] = head.split(/\r?\n\r?\n/, 1)
  const lines = block.split(/\r?\n/).filter((line, index) => index === 0 || !/^[ \t]/.test(line))
  const names = lines.map((line) => field.exec(line)?.[1]?.toLowerCase())
  const isMail = !block.includes('\0') && !names.includes(undefined) && names.includes('from')
  return isMail && names.some((name) => name !== undefined && traces.has(name)) ? undefined : 'content_differs'
}
