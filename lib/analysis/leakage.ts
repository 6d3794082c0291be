import { discrimination, type Scored } from '@/lib/statistics/discrimination'
import { at, sum } from '@/lib/statistics/numbers'
import type { Sample } from '@/lib/statistics/sample'
import { rules } from './rules'
import type { Factor, Study } from './study'
import { type Tally, tallyOf } from './tally'

/** How well a factor alone, with its gaps, tells the outcomes apart (area under the curve), and whether it does so fully. */
export type Alarm = { auc: number; perfect: boolean }

/**
 * Was it recorded with the decision or after it, or after submission? Then it may follow from the decision: submission (T2) is
 * the last honest moment (domain.md 2.7). However it is written, in either language.
 */
export function knownTooLate({ knownAt }: Factor): boolean {
  return knownAt !== null && (afterwards.test(knownAt) || (atDecision.test(knownAt) && !beforehand.test(knownAt)))
}

const afterwards = /^(after|post|later)|^t[345]$|后$/i
const atDecision = /deci(sion|ded)|outcome|决定|答复|审批/i
const beforehand = /before|pre|prior|前/i

/**
 * An alarm where a factor predicts better than anything known before a decision should: a copy of the status, or a column
 * filled in only for the approved, whatever it says. Levels too small to count are left out, since any identifier tells rows
 * apart. `numbers`: the decided rows of a numeric factor by value.
 */
export function leakAlarm(study: Study, factor: Factor, numbers: Sample | null): Alarm | null {
  const gap = gapOf(study, factor)
  const tallies = numbers ? [filledIn(numbers)] : tallyOf(study, factor)
  const said = numbers ? byNumber(numbers) : byLevel([...tallies, gap])
  const whether = byLevel([togetherOf(tallies), gap])
  const auc = Math.max(...[said, whether].map(areaOf))
  return auc > rules.leakageAuc ? { auc, perfect: auc === 1 } : null
}

/** A half where there is nothing to tell apart. */
function areaOf(scored: Scored): number {
  const area = discrimination(scored)
  return area ? Math.max(area.auc, 1 - area.auc) : 0.5
}

/** Each level scored by its own rate. */
function byLevel(tallies: readonly Tally[]): Scored {
  const counted = tallies.map(({ events, others }) => ({ events, n: events + others })).filter(({ n }) => n >= rules.perLevel)
  return {
    scores: Float64Array.from(counted, ({ events, n }) => events / n),
    events: Float64Array.from(counted, ({ events }) => events),
    totals: Float64Array.from(counted, ({ n }) => n),
  }
}

const byNumber = ({ columns, events, totals }: Sample): Scored => ({ scores: columns[1] ?? totals, events, totals })

const filledIn = ({ events, totals }: Sample): Tally => ({ level: '', events: sum(events), others: sum(totals) - sum(events) })

const togetherOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((all, { events, others }) => ({ level: '', events: all.events + events, others: all.others + others }), {
    ...{ level: '', events: 0, others: 0 },
  })

function gapOf(study: Study, { values }: Factor): Tally {
  const gap = { level: '', events: 0, others: 0 }
  study.outcome.forEach((outcome, row) => {
    if (Number.isNaN(outcome) || !Number.isNaN(at(values, row))) return
    if (outcome === 1) gap.events += at(study.counts, row)
    else gap.others += at(study.counts, row)
  })
  return gap
}
