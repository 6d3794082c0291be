import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { least } from '@/lib/platform/money'
import type { FactorFacts } from './facts'
import { type Found, found, missing, ratioText } from './found'

const reportDays = 90

/** F-15: overdue episodes in the 24 months before the hardship, over the loan notes of this version. */
export function overdueEpisodes({ debts }: FactorFacts): Found {
  const known = debts.flatMap(({ overdueEpisodes: episodes }) => (episodes === null ? [] : [episodes]))
  return known.length === debts.length ? found(total(known)) : missing('NOT_RECORDED')
}

/** F-16: instalments paid by their due date ÷ instalments due in the 12 months before the hardship; the worst loan note counts. */
export function onTimeRate({ debts }: FactorFacts): Found {
  const known = debts.flatMap(({ onTimePercent }) => (onTimePercent === null ? [] : [onTimePercent]))
  if (known.length === 0 || known.length < debts.length) return missing('NOT_RECORDED')
  return found(ratioText(known.reduce((worst, next) => least(worst, next)).div(100)))
}

/** F-18: whether a credit report of the last 90 days shows every other account without a current overdue. */
export function creditRecordClean({ evidence, otherDebts }: FactorFacts, at: CivilDate): Found {
  const { creditReportOn: reportedOn } = evidence
  if (reportedOn === null || daysBetween(reportedOn, at) > reportDays) return missing('NO_REPORT')
  if (otherDebts.some(({ creditStatus }) => creditStatus === 'OVERDUE_REPORTED')) return found(false)
  const allKnown = otherDebts.length > 0 && otherDebts.every(({ creditStatus }) => creditStatus !== 'UNKNOWN')
  return allKnown ? found(true) : missing('NOT_RECORDED')
}

/** F-23: restructures of these loan notes before. */
export const earlierRestructures = ({ debts }: FactorFacts): Found =>
  found(total(debts.map(({ earlierRestructures: count }) => count)))

/** F-27: the counsellor's rating of willingness, 1 to 5. */
export const ratedWillingness = ({ ratedWillingness: rating }: FactorFacts): Found =>
  rating === null ? missing('NOT_RECORDED') : found(rating)

const total = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0)
