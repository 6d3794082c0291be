import type { Fit } from '@/lib/statistics/logistic'
import type { Variable } from '@/lib/statistics/sample'
import { contrastOf, oddsRatioIn } from './adjusted'
import { aloneOf } from './alone'
import { bandsAlong, type Crooked } from './bent'
import { fitModel, type Model, mostColumns, type UsableFactor, widthOf } from './model'
import type { Comparison, FactorResult } from './result'
import { rules } from './rules'
import type { Study } from './study'
import { isFinding, judged, logOdds } from './verdict'
import { type Note, ratioWord } from './warnings'

type Seen = { result: FactorResult; usable: UsableFactor | null }
type Told = { result: FactorResult; notes: Note[] }

/**
 * Within bands of a bent number nothing else is adjusted for, and the model of all adjusts for a straight line only; what goes with
 * the bend and with another factor too holds in both. So what would be headlined is looked at once more in the model of all with
 * bands in the place of every bent number.
 */
export function besideBanded(
  study: Study,
  { model, numbers, tested }: { model: Model; numbers: readonly Crooked[]; tested: number },
  seen: readonly Seen[],
): Told[] {
  const { factors, include } = model.ingredients
  const variables = [...factors, ...include]
  const fitOf = fitsWith(study, numbers, variables)
  return seen.map(({ result, usable }) => {
    const others = numbers.filter(({ factor }) => factor.column !== result.column)
    const more = new Set([...variables.map(({ name }) => name), ...others.map(({ factor }) => factor.column)])
    more.delete(result.column)
    // Beside one such number alone its narrow bands have told already.
    if (!isFinding(result) || !usable || !model.fit || others.length === 0 || more.size < 2) return { result, notes: [] }
    const fit = fitOf(usable)
    return fit ? looked({ result, tested }, fit, others) : { result, notes: [] }
  })
}

/** Fits the model of all with bands of the bent numbers: once for all factors that are in it and none of these. */
function fitsWith(study: Study, numbers: readonly Crooked[], variables: readonly Variable[]) {
  let shared: { fit: Fit | null } | undefined
  return ({ column, variable }: UsableFactor): Fit | null => {
    const banded = numbers.filter(({ factor }) => factor.column !== column)
    const isIn = variables.some(({ name }) => name === column)
    const isShared = isIn && banded.length === numbers.length
    if (isShared && shared) return shared.fit
    const straight = [...variables, ...(isIn ? [] : [variable])].filter(({ name }) =>
      banded.every(({ factor }) => factor.column !== name),
    )
    const bands = spareFor(study, straight, banded.length)
    const { fit } = fitModel(study, { factors: straight, include: banded.map(({ factor }) => inBands(study, factor, bands)) })
    if (isShared) shared = { fit }
    return fit
  }
}

/** Into how many bands each may be cut so that events are enough for all of the model, and it is not too wide. */
function spareFor({ outcome, counts }: Study, others: readonly Variable[], numbers: number): number {
  let [events, refused] = [0, 0]
  for (const [row, happened] of outcome.entries()) {
    if (happened === 1) events += counts[row] ?? 0
    else if (happened === 0) refused += counts[row] ?? 0
  }
  const spare = Math.min(events, refused) / rules.eventsPerParameterForMl - widthOf(others)
  const room = mostColumns - widthOf(others)
  return Math.max(leastBands, Math.min(mostBands, Math.floor(Math.min(spare, room) / numbers)))
}

/** Five take away nine tenths of what a number confounds, as a rule (Cochran 1968); more than so many are dear, and take away little more. */
const leastBands = 5
const mostBands = 20

function inBands(study: Study, factor: Crooked['factor'], bands: number): Variable {
  const { column, levels, codes } = bandsAlong(factor, aloneOf(study, factor).grouped, bands)
  return { name: column, levels, values: codes }
}

function looked({ result, tested }: { result: FactorResult; tested: number }, fit: Fit, others: readonly Crooked[]): Told {
  const by = others.map(({ factor }) => factor.column).join(', ')
  const seen = result.comparisons.map((comparison) => {
    const view = comparison.oddsRatio && oddsRatioIn(fit, { factor: result.column, ...contrastOf(comparison) })
    const isLost = view !== null && leftOf(comparison, view.interval) <= 0
    return isLost ? { comparison: { ...comparison, withinBands: { by, ...view } }, isLost } : { comparison, isLost }
  })
  const comparisons = seen.map(({ comparison }) => comparison)
  const again = judged({ ...result, comparisons, verdictLevel: null }, tested)
  const lost = seen.flatMap(({ comparison, isLost }) => (isLost ? lostNote(result.column, comparison, by) : []))
  return { result: again, notes: lost }
}

/** How far an interval stays on the side of the comparison. */
const leftOf = (comparison: Comparison, [low, high]: readonly [number, number]): number =>
  logOdds(comparison) > 0 ? Math.log(low) : -Math.log(high)

/** That a difference is lost there, where the counts alone show one. */
function lostNote(column: string, comparison: Comparison, by: string): Note[] {
  const { level, oddsRatio } = comparison
  const isClear = oddsRatio?.woolf && leftOf(comparison, oddsRatio.woolf) > 0
  if (!oddsRatio?.estimate || !isClear) return []
  return [{ key: 'confounded_bands', column, values: { level, by, crude: ratioWord(oddsRatio.estimate) } }]
}
