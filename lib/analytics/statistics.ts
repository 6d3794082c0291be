import { analyseApart, type Job } from '@/lib/analysis/apart'
import type { Result } from '@/lib/analysis/result'
import { Unanswered } from '@/lib/analysis/thread'
import { timeOf } from '@/lib/analysis/time-to-decision'
import { catalogueVersion } from '@/lib/factors/catalogue'
import type { CivilDate } from '@/lib/platform/dates'
import { sha256 } from '@/lib/platform/hash'
import { type DayRow, type Patterns, specForPatterns } from './patterns'
import { sheetOf, specFor } from './sheet'
import type { Version } from './version'
import { dayRowsOf, undatedIn, waitsOf } from './waiting'

/**
 * What the statistics made of some versions, or why they were not asked; and a fingerprint of the rows they were made of.
 * `onePerClient`: of several versions of a client only the first counts, instead of allowing for their likeness.
 */
export type Statistics = {
  result: Result | null
  /** Versions that are in no curve of waiting, as the day of their end is not known. */
  undated: number
  why: Why | null
  rows: string[]
  hash: string
  onePerClient: boolean
}

/**
 * `gathering`: a large office is still being counted. `differenced`: a filter leaves so little, or a wider
 * one adds so little, that the answer would tell of a few.
 */
type Why = 'busy' | 'slow' | 'differenced' | 'gathering'

/** More versions than this are not read one by one but grouped in the database. */
export const mostRead = 20_000

/**
 * Statistics of some versions, computed apart and kept: the same rows under the same catalogue are not computed twice.
 * @throws what went wrong in the computing, unless that is a lack of time
 */
export async function statisticsOf(versions: readonly Version[], today: CivilDate): Promise<Statistics> {
  const rows = sheetOf(versions)
  const hashes = rows.map((row, index) => sha256(JSON.stringify([versions[index]?.id, row]))).sort()
  const answer = await computed(hashes, () => ({ rows, spec: specFor(rows) }))
  return { ...answer, ...waiting(answer.result, dayRowsOf(versions, today)), onePerClient: false }
}

/** The same of versions gathered in the database; a fingerprint per slice instead of one per version. */
export async function statisticsOfPatterns({ patterns, days }: Given): Promise<Statistics> {
  const coded = { columns: patterns.columns, counts: Float64Array.from(patterns.firsts) }
  const answer = await computed(patterns.hashes, () => ({ coded, spec: specForPatterns(patterns) }))
  return { ...answer, ...waiting(answer.result, days), onePerClient: true }
}

const waiting = (result: Result | null, days: readonly DayRow[]) => ({
  result: result && { ...result, time: timeOf(waitsOf(days)) },
  undated: undatedIn(days),
})

type Given = { patterns: Patterns; days: readonly DayRow[] }

async function computed(hashes: string[], job: () => Job): Promise<Omit<Statistics, 'onePerClient' | 'undated'>> {
  const hash = sha256(JSON.stringify([catalogueVersion, hashes]))
  const answer = known.get(hash) ?? analyseApart(job())
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
export const unread = (why: Why): Statistics => ({ result: null, undated: 0, why, rows: [], hash: '', onePerClient: false })

/** By fingerprint, the one asked for longest ago first. A fingerprint holds ids of versions or the office’s, so no two offices share one. */
const known = new Map<string, ReturnType<typeof analyseApart>>()
const mostKept = 100

function keep(hash: string, answer: ReturnType<typeof analyseApart>) {
  known.delete(hash)
  known.set(hash, answer)
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
}
