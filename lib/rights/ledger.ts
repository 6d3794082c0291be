import { appendFile, readFile } from 'node:fs/promises'
import { z } from 'zod'

/** That somebody was erased: ids and a moment, never a person. */
export const erasureShape = z.strictObject({ organisationId: z.uuid(), clientId: z.uuid(), at: z.iso.datetime() })
export type Erasure = z.output<typeof erasureShape>

/**
 * The erasures a ledger file names, one a line. The file stands beside the database, so that a database that is lost with its
 * tombstones can still be restored without bringing anybody back. Nobody is named where there is no file yet.
 * @throws where a file is there and cannot be read
 */
export async function readLedger(path: string): Promise<Erasure[]> {
  const text = await readFile(path, 'utf8').catch(nothingWhereMissing)
  return text.split('\n').flatMap((line) => lineOf(line) ?? [])
}

function nothingWhereMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}

/** A line that was cut off by a crash is left out; its erasure is written again. */
function lineOf(line: string): Erasure | undefined {
  try {
    return erasureShape.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** Adds those the ledger does not name yet. @returns how many they were */
export async function keepInLedger(path: string, erasures: readonly Erasure[]): Promise<number> {
  const known = new Set((await readLedger(path)).map(({ clientId }) => clientId))
  const fresh = erasures.filter(({ clientId }) => !known.has(clientId))
  // It begins on a line of its own, also after one that was cut off.
  if (fresh.length > 0) await appendFile(path, fresh.map((one) => `\n${JSON.stringify(one)}`).join(''), { mode: 0o600 })
  return fresh.length
}
