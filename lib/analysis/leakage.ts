import { discrimination, type Scored } from '@/lib/statistics/discrimination'
import { at, range, sum } from '@/lib/statistics/numbers'
import { rules } from './rules'
import type { Factor, Study } from './study'
import { type Tally, tallyOf } from './tally'

/** How well a factor alone, with its gaps, tells the outcomes apart (area under the curve), and whether it does so fully. */
export type Alarm = { auc: number; perfect: boolean }

/** Was it recorded after the decision? Then it may follow from it. Submission is the last honest moment (domain.md 2.7). */
export function knownTooLate({ knownAt }: Factor): boolean {
  return knownAt !== null && /^(after|post)[_ -]|^(at_)?decision$/.test(knownAt)
}

/**
 * An alarm where a factor predicts better than anything known before a decision should: a copy of the status, a column
 * filled in only for the approved. Levels too small to count are left out, since any identifier tells rows apart.
 */
export function leakAlarm(study: Study, factor: Factor): Alarm | null {
  const rows = factor.type === 'number' ? byNumber(study, factor) : byLevel(study, factor)
  const area = discrimination(rows.filter(({ events, others }) => events + others > 0))
  if (!area) return null
  const auc = Math.max(area.auc, 1 - area.auc)
  return auc > rules.leakageAuc ? { auc, perfect: auc === 1 } : null
}

/** Each level, and the rows without a value, scored by their own rate. */
function byLevel(study: Study, factor: Factor): Scored[] {
  const tallies = [...tallyOf(study, factor), gapOf(study, factor)]
  return tallies.filter((tally) => tally.events + tally.others >= rules.perLevel).map(byRate)
}

/** The number itself, or where it is missing for many, whether it is missing. */
function byNumber(study: Study, factor: Factor): Scored[] {
  const gap = gapOf(study, factor)
  const scored = range(study.outcome.length)
    .filter((row) => !Number.isNaN(at(study.outcome, row) + at(factor.values, row)))
    .map((row) => ({
      score: at(factor.values, row),
      events: at(study.outcome, row) * at(study.counts, row),
      others: (1 - at(study.outcome, row)) * at(study.counts, row),
    }))
  const filled = { level: '', events: sum(scored.map(({ events }) => events)), others: sum(scored.map(({ others }) => others)) }
  const telling = gap.events + gap.others >= rules.perLevel && Math.min(filled.events, filled.others) === 0
  return telling ? [byRate(filled), byRate(gap)] : scored
}

function gapOf(study: Study, { values }: Factor): Tally {
  const gap = { level: '', events: 0, others: 0 }
  study.outcome.forEach((outcome, row) => {
    if (Number.isNaN(outcome) || !Number.isNaN(at(values, row))) return
    if (outcome === 1) gap.events += at(study.counts, row)
    else gap.others += at(study.counts, row)
  })
  return gap
}

function byRate({ events, others }: Tally): Scored {
  return { score: events / (events + others), events, others }
}
