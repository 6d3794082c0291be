/** Kinds of file that people may hand in, with the type they are served as. */
export const fileKinds = {
  PDF: { mime: 'application/pdf', extensions: ['pdf'] },
  JPEG: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  PNG: { mime: 'image/png', extensions: ['png'] },
  DOCX: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  XLSX: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  CSV: { mime: 'text/csv', extensions: ['csv'] },
  TXT: { mime: 'text/plain', extensions: ['txt'] },
  EML: { mime: 'message/rfc822', extensions: ['eml'] },
} as const

export type FileKind = keyof typeof fileKinds

/** Why a file is not taken. `heic`: an iPhone's own photo format, which cannot be re-encoded here; the person can send a JPEG. */
export type FileProblem =
  | 'empty'
  | 'too_large'
  | 'kind_not_allowed'
  | 'content_differs'
  | 'heic'
  | 'damaged'
  | 'encrypted'
  | 'active_content'
  | 'bomb'

/** 20 MB. */
export const maxFileSize = 20 * 1024 * 1024

/** The kind that a name's ending claims (lower case, without the dot). */
export const kindOfExtension = (extension: string): FileKind | undefined =>
  kinds.find((kind) => fileKinds[kind].extensions.some((known) => known === extension))

export const kindOfMime = (mime: string): FileKind | undefined => kinds.find((kind) => fileKinds[kind].mime === mime)

const kinds = Object.keys(fileKinds).filter((key): key is FileKind => key in fileKinds)
