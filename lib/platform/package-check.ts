import { sha256 } from './hash'
import { readSums, type Sum, sumsName } from './sums'
import { inflate, openZip, type ZipEntry, type ZipProblem } from './zip'

/** What is wrong with a package: not an archive we open, no list in it, or files that are not what the list says. */
export type PackageFault =
  | { fault: ZipProblem | 'no_list' }
  | { fault: 'changed' | 'missing' | 'not_listed' | 'twice'; path: string }

export type PackageVerdict = { files: number; listHash: string | null; faults: PackageFault[] }

/** 20,000 files and 2 GB unpacked: far beyond any case, and still no bomb. */
const limits = { entries: 20_000, size: 2 * 1024 ** 3, ratio: 400 }

/**
 * Checks a package against the list of hashes inside it: every listed file is there and unchanged to the byte, and nothing
 * else is. `listHash` is the SHA-256 of the list, to be compared with the one that was recorded when it was made.
 */
export function checkPackage(bytes: Uint8Array): PackageVerdict {
  const opened = openZip(bytes, limits)
  if ('problem' in opened) return { files: 0, listHash: null, faults: [{ fault: opened.problem }] }
  const entries = opened.entries.filter(({ name }) => !name.endsWith('/'))
  const list = listIn(entries)
  if (list === undefined) return { files: entries.length, listHash: null, faults: [{ fault: 'no_list' }] }
  const files = entries.filter(({ name }) => name !== sumsName)
  return { files: files.length, listHash: sha256(list.text), faults: [...namedTwice(entries), ...faultsOf(files, list.sums)] }
}

function listIn(entries: readonly ZipEntry[]) {
  const list = entries.find(({ name }) => name === sumsName)
  const bytes = list && inflate(list)
  const text = bytes === undefined ? '' : Buffer.from(bytes).toString('utf8')
  const sums = readSums(text)
  return sums === undefined ? undefined : { text, sums }
}

function namedTwice(entries: readonly ZipEntry[]): PackageFault[] {
  const names = entries.map(({ name }) => name)
  const repeated = names.filter((name, index) => names.indexOf(name) < index)
  return [...new Set(repeated)].map((path) => ({ fault: 'twice', path }))
}

function faultsOf(files: readonly ZipEntry[], sums: readonly Sum[]): PackageFault[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  const listed = new Set(sums.map(({ path }) => path))
  return [
    ...sums.flatMap(({ path, hash }) => faultOf(byName.get(path), { path, hash })),
    ...files.flatMap(({ name }): PackageFault[] => (listed.has(name) ? [] : [{ fault: 'not_listed', path: name }])),
  ]
}

function faultOf(file: ZipEntry | undefined, { path, hash }: Sum): PackageFault[] {
  if (file === undefined) return [{ fault: 'missing', path }]
  const bytes = inflate(file)
  return bytes !== undefined && sha256(bytes) === hash ? [] : [{ fault: 'changed', path }]
}
