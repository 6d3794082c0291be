import type { DecisionResult, ReliefType } from '@/db/vocabulary'
import { wilson } from '@/lib/statistics/proportions'

/** One version sent to a creditor: days until its answer (null while none came), and per relief how much of it was granted. */
export type Round = {
  caseId: string
  replyDays: number | null
  results: readonly DecisionResult[]
  /** Granted over asked, a fraction, for reliefs that can be measured. */
  ratios: readonly { relief: ReliefType; ratio: number }[]
  /** Asked in free words, and whether it was granted (SR-08): never mixed with what can be measured. */
  otherAsked: boolean
  otherGranted: boolean
}

/** A document a creditor asked for, in one case. */
export type DocumentAsk = { caseId: string; code: string }

/** Below this many nothing is shown but the number itself: fewer say more about chance, and about one client, than a creditor. */
export const fewest = 10

/** A figure with how many it rests on; null where those are too few. */
export type Shown<Value> = { n: number; value: Value | null }
const shown = <Value>(n: number, value: () => Value): Shown<Value> => ({ n, value: n < fewest ? null : value() })

/** What an office's own cases tell about a creditor. It describes the past and promises nothing. */
export function playbookOf(rounds: readonly Round[], asks: readonly DocumentAsk[]) {
  const days = rounds.flatMap(({ replyDays }) => replyDays ?? [])
  const answered = rounds.filter(({ results }) => results.length > 0)
  const cases = new Set(rounds.map(({ caseId }) => caseId)).size
  const other = answered.filter(({ otherAsked }) => otherAsked)
  return {
    replyDays: shown(days.length, () => quartiles(days)),
    countered: shown(answered.length, () => share(answered.filter(wasCountered).length, answered.length)),
    grants: grantsOf(answered),
    other: shown(other.length, () => share(other.filter(({ otherGranted }) => otherGranted).length, other.length)),
    documents: { n: cases, value: cases < fewest ? null : documentsOf(asks, cases) },
  }
}

const wasCountered = ({ results }: Round) => results.includes('COUNTERED')

/** A share with the Wilson interval of 95 %, so that seven of sixty-eight are not read as a rule. */
const share = (part: number, whole: number) => ({ count: part, share: part / whole, wilson: wilson(part, whole) })

/** The middle of what was granted over what was asked, per relief that can be measured; the most asked first. */
function grantsOf(rounds: readonly Round[]) {
  const measured = rounds.flatMap(({ ratios }) => ratios).filter(({ relief }) => relief !== 'OTHER')
  const reliefs = [...new Set(measured.map(({ relief }) => relief))]
  return reliefs
    .map((relief) => {
      const ratios = measured.filter((one) => one.relief === relief).map(({ ratio }) => ratio)
      return { relief, ...shown(ratios.length, () => quartiles(ratios)) }
    })
    .toSorted((a, b) => b.n - a.n || (a.relief < b.relief ? -1 : 1))
}

/** In how many of the cases each document was asked for, the usual ones first; what only a few were asked for is left out. */
function documentsOf(asks: readonly DocumentAsk[], cases: number) {
  const codes = [...new Set(asks.map(({ code }) => code))]
  return codes
    .map((code) => ({ code, ...share(new Set(asks.filter((ask) => ask.code === code).map(({ caseId }) => caseId)).size, cases) }))
    .filter(({ count }) => count >= fewest)
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** Lower quartile, median and upper quartile, interpolated between neighbours (Hyndman and Fan 1996, type 7). */
export function quartiles(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => {
    const place = (sorted.length - 1) * part
    const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}
