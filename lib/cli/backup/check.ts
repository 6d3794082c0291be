import { digestOf } from './digest'
import { linesOf } from './lines'
import { keptFile, type Manifest, tableFile } from './manifest'

/**
 * What in a backup is not as it was written: tables and files whose bytes changed or that are gone, tables with other than
 * their rows, kept files that are not what their name says. Empty where it is whole.
 */
export async function faultsOf(folder: string, { tables, files }: Manifest): Promise<string[]> {
  const faults: string[] = []
  for (const [name, table] of Object.entries(tables)) faults.push(...(await faultsOfTable(folder, name, table)))
  for (const [path, { sha256 }] of Object.entries(files)) {
    const isRight = path.endsWith(sha256) && (await isWhole(keptFile(folder, path), sha256))
    if (!isRight) faults.push(`file ${path} is not as it was kept`)
  }
  return faults
}

type Kept = Manifest['tables'][string]

async function faultsOfTable(folder: string, name: string, { sha256, rows }: Kept): Promise<string[]> {
  const path = tableFile(folder, name)
  if (!(await isWhole(path, sha256))) return [`table ${name} is not as it was written`]
  return (await countOf(path)) === rows ? [] : [`table ${name} has not its ${rows} rows`]
}

const isWhole = async (path: string, sha256: string) =>
  digestOf(path).then(
    (digest) => digest.sha256 === sha256,
    () => false,
  )

async function countOf(path: string): Promise<number> {
  let rows = 0
  for await (const _ of linesOf(path)) rows += 1
  return rows
}
