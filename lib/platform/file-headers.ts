import { type FileKind, fileKinds } from './file-kinds'

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
}

/** For a file that people sent or that we made (`type` is a FileKind or a MIME type), to be saved: a browser neither shows, runs nor guesses it. */
export const downloadHeaders = (name: string, type: string, plainName = asciiName(name)): Record<string, string> => ({
  ...common,
  'Content-Type': isKind(type) ? fileKinds[type].mime : type,
  'Content-Disposition': `attachment; ${fileName(name, plainName)}`,
})

/** For a preview that we re-encoded ourselves; never for what somebody sent. */
export const previewHeaders = (): Record<string, string> => ({
  ...common,
  'Content-Type': 'image/jpeg',
  'Content-Disposition': 'inline',
})

const isKind = (type: string): type is FileKind => Object.hasOwn(fileKinds, type)

/** The name in ASCII for old programs and in UTF-8 for the rest (RFC 6266, RFC 8187). */
const fileName = (name: string, plainName: string): string => `filename="${plainName}"; filename*=UTF-8''${percentEncoded(name)}`

/** Where nothing of the name is left it is called a file: `____.pdf` tells nobody anything. */
function asciiName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  return plain.replace(/^_+(?=(\.\w+)?$)/, 'file')
}

const percentEncoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
