import { analyseApart } from '@/lib/analysis/apart'
import type { Result } from '@/lib/analysis/result'
import { Unanswered } from '@/lib/analysis/thread'
import { catalogueVersion } from '@/lib/factors/catalogue'
import type { CivilDate } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { sheetOf, specFor } from './sheet'
import type { Version } from './version'

/** What the statistics made of some versions, or why they were not asked; and a fingerprint of the rows they were made of. */
export type Statistics = { result: Result | null; why: Why | null; rows: string[]; hash: string }

/** `differenced`: what a wider filter adds is so little that the two answers together would tell of it. */
type Why = 'many' | 'busy' | 'slow' | 'differenced'

/** More versions than this are counted only: an office of that size narrows the filter to one creditor or one year. */
export const mostAnalysed = 20_000

/**
 * Statistics of some versions, computed apart and kept: the same rows under the same catalogue are not computed twice.
 * @throws what went wrong in the computing, unless that is a lack of time
 */
export async function statisticsOf(versions: readonly Version[], today: CivilDate): Promise<Statistics> {
  const rows = sheetOf(versions, today)
  const hashes = rows.map((row, index) => sha256(JSON.stringify([versions[index]?.id, row]))).sort()
  const hash = sha256(JSON.stringify([catalogueVersion, hashes]))
  const answer = known.get(hash) ?? analyseApart({ rows, spec: specFor(rows) })
  keep(hash, answer)
  const made = { rows: hashes, hash }
  try {
    const told = await answer
    return { result: 'result' in told ? told.result : null, why: null, ...made }
  } catch (error) {
    known.delete(hash)
    if (error instanceof Unanswered) return { result: null, why: error.why === 'busy' ? 'busy' : 'slow', ...made }
    throw error
  }
}

/** What is said where nothing was read. */
export const unread = (why: Why): Statistics => ({ result: null, why, rows: [], hash: '' })

/** By fingerprint, the one asked for longest ago first. A fingerprint holds ids of versions, so no two offices share one. */
const known = new Map<string, ReturnType<typeof analyseApart>>()
const mostKept = 100

function keep(hash: string, answer: ReturnType<typeof analyseApart>) {
  known.delete(hash)
  known.set(hash, answer)
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
}
