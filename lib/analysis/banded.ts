import { fitAdditive } from '@/lib/statistics/additive'
import type { Estimated, Fit } from '@/lib/statistics/logistic'
import { at, sum } from '@/lib/statistics/numbers'
import { sample, type Variable } from '@/lib/statistics/sample'
import { entry, picked } from '@/lib/statistics/vectors'
import { contrastOf, oddsRatioIn, type Ratio, slopeIn } from './adjusted'
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
 * bands in the place of every bent number: one model for all of them. A bent number is itself looked at there along the line
 * through its bands.
 */
export function besideBanded(
  study: Study,
  { model, numbers, tested }: { model: Model; numbers: readonly Crooked[]; tested: number },
  seen: readonly Seen[],
): Told[] {
  const { factors, include } = model.ingredients
  const variables = [...factors, ...include]
  const viewOf = viewsWith(study, numbers, variables)
  return seen.map(({ result, usable }) => {
    const others = numbers.filter(({ factor }) => factor.column !== result.column)
    const more = new Set([...variables.map(({ name }) => name), ...others.map(({ factor }) => factor.column)])
    more.delete(result.column)
    // Beside one such number alone its narrow bands have told already.
    if (!isFinding(result) || !usable || others.length === 0 || more.size < 2) return { result, notes: [] }
    const view = model.fit ? viewOf(usable) : null
    return view ? looked({ result, tested }, view, others) : { result, notes: [notLooked(result.column, others)] }
  })
}

/** What a model with bands makes of a comparison of a factor. */
type View = (column: string, comparison: Comparison) => Ratio | null

/** One model for all factors that are in it; one more for each that is not. */
function viewsWith(study: Study, numbers: readonly Crooked[], variables: readonly Variable[]) {
  const bent = new Set(numbers.map(({ factor }) => factor.column))
  const straight = variables.filter(({ name }) => !bent.has(name))
  let shared: { view: View | null } | undefined
  return ({ column, variable }: UsableFactor): View | null => {
    const isIn = bent.has(column) || straight.some(({ name }) => name === column)
    if (!isIn) return viewIn(study, numbers, [...straight, variable])
    shared ??= { view: viewIn(study, numbers, straight) }
    return shared.view
  }
}

function viewIn(study: Study, numbers: readonly Crooked[], straight: readonly Variable[]): View | null {
  const bands = spareFor(study, straight, numbers.length)
  const banded = numbers.map(({ factor }) => inBands(study, factor, bands))
  const fit = fitOf(study, [...straight, ...banded.map(({ variable }) => variable)])
  if (!fit) return null
  const meansOf = new Map(banded.map(({ variable, means }) => [variable.name, means]))
  return (factor, comparison) => {
    const means = meansOf.get(factor)
    return means
      ? slopeIn(fit.estimated, { factor, means, unit: comparison.unit ?? 1 })
      : oddsRatioIn(fit.estimated, { factor, ...contrastOf(comparison) }, fit.limits)
  }
}

type Fitted = { estimated: Estimated; limits?: Fit['limits'] }

/** By likelihood where events are enough and an estimate exists, else as any model. */
function fitOf(study: Study, variables: readonly Variable[]): Fitted | null {
  if (widthOf(variables) > mostColumns) return null
  const values = variables.map((variable) => variable.values)
  const { events, totals, example, used } = sample(study.outcome, [], { apart: values, counts: study.counts })
  const shown = variables.map((variable, index) => ({ ...variable, values: picked(values[index] ?? totals, example) }))
  const happened = sum(events)
  const fewer = Math.min(happened, used - happened)
  const enough = fewer >= rules.eventsPerParameterForMl * widthOf(variables)
  const estimated = enough ? fitAdditive({ variables: shown, events, totals }) : null
  if (estimated) return { estimated }
  const { fit } = fitModel(study, { factors: variables, include: [] })
  return fit && { estimated: fit, limits: fit.estimator === 'firth' ? fit.limits : undefined }
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

/** A number as bands, and the mean of it in each. */
function inBands(study: Study, factor: Crooked['factor'], bands: number) {
  const { grouped } = aloneOf(study, factor)
  const { column, levels, codes } = bandsAlong(factor, grouped, bands)
  const [size, total] = [levels.map(() => 0), levels.map(() => 0)]
  picked(codes, grouped.example).forEach((band, i) => {
    const n = entry(grouped.totals, i)
    size[band] = at(size, band) + n
    total[band] = at(total, band) + n * entry(grouped.columns[1] ?? grouped.totals, i)
  })
  const variable: Variable = { name: column, levels, values: codes }
  return { variable, means: total.map((sum, band) => sum / at(size, band)) }
}

/** That there are too few events, or too many columns, for such a model: what is not looked at is not known to hold. */
const notLooked = (column: string, others: readonly Crooked[]): Note => ({
  key: 'bands_not_looked',
  column,
  values: { by: namesOf(others) },
})

const namesOf = (numbers: readonly Crooked[]) => numbers.map(({ factor }) => factor.column).join(', ')

function looked({ result, tested }: { result: FactorResult; tested: number }, viewOf: View, others: readonly Crooked[]): Told {
  const by = namesOf(others)
  const seen = result.comparisons.map((comparison) => {
    const view = comparison.oddsRatio && viewOf(result.column, comparison)
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
