/** A file of a package: its path inside, and the SHA-256 of its bytes in hex. */
export type Sum = { readonly path: string; readonly hash: string }

export const sumsName = 'SHA256SUMS'

/** The list as `sha256sum -c` reads it, in the order of the paths: the same files always give the same text. */
export const sumsText = (sums: readonly Sum[]): string =>
  sums
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, hash }) => `${hash}  ${path}\n`)
    .join('')

/** The list read again; undefined where a line is none. */
export function readSums(text: string): Sum[] | undefined {
  const lines = text.split('\n').filter((line) => line !== '')
  const sums = lines.flatMap((line) => {
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    return hash === undefined || path === undefined ? [] : [{ path, hash }]
  })
  return sums.length === lines.length && sums.length > 0 ? sums : undefined
}
