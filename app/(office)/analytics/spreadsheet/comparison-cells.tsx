'use client'
import { useTranslations } from 'next-intl'
import type { Comparison } from '@/lib/analysis/result'
import type { Interval } from '@/lib/statistics/numbers'
import { findingCell as cell, ratioColumns } from '../findings-head'
import { ForestPlot } from '../forest-plot'
import { odds, points, pointsRange } from '../in-figures'

/** The difference of the rates and the odds ratio three ways; where strata disagree none of them, but each stratum by itself. */
export function ComparisonCells({ comparison }: { comparison: Comparison | undefined }) {
  if (comparison?.stratified?.withheld) return <Strata strata={comparison.stratified.strata} />
  return (
    <>
      <td className={`${cell} text-right whitespace-nowrap`}>
        {comparison?.riskDifference != null && <Points {...comparison.riskDifference} />}
      </td>
      <RatioCells comparison={comparison} />
    </>
  )
}

function Strata({ strata }: Pick<NonNullable<Comparison['stratified']>, 'strata'>) {
  const words = useTranslations('analytics')
  return (
    <td colSpan={2 + ratioColumns.length} className={cell}>
      {words('withheld')}
      {strata.map(({ stratum, oddsRatio, interval }) => (
        <span key={stratum} className="block text-meta text-muted">
          {oddsRatio === null
            ? `${stratum}: ${words('verdict.too_few')}`
            : words('inStratum', { stratum, ratio: odds(oddsRatio), interval: limitsOf({ interval }) })}
        </span>
      ))}
    </td>
  )
}

function Points({ estimate, newcombe }: NonNullable<Comparison['riskDifference']>) {
  const difference = { estimate, interval: newcombe }
  return (
    <>
      {points(difference)}
      <span className="block text-meta text-muted">{pointsRange(difference)}</span>
    </>
  )
}

type Ratio = { estimate: number; interval: Interval | null }

function ratiosOf({ oddsRatio, stratified, adjusted }: Comparison): (Ratio | null)[] {
  const told = (estimate: number | null | undefined, interval: Interval | null | undefined) =>
    estimate == null ? null : { estimate, interval: interval ?? null }
  return [
    told(adjusted?.oddsRatio, adjusted?.interval),
    told(stratified?.oddsRatio, stratified?.rbg),
    told(oddsRatio?.estimate, oddsRatio?.woolf),
  ]
}

function RatioCells({ comparison }: { comparison: Comparison | undefined }) {
  const words = useTranslations('analytics')
  const ratios = comparison === undefined ? ratioColumns.map(() => null) : ratiosOf(comparison)
  const drawn = ratios.find((ratio) => ratio?.interval)
  return (
    <>
      <td className={cell}>
        {drawn?.interval && (
          <ForestPlot
            ratio={{ ...drawn, interval: drawn.interval }}
            tone="text-muted"
            label={words('ratioAlt', { ratio: odds(drawn.estimate), interval: limitsOf(drawn) })}
          />
        )}
      </td>
      {ratios.map((ratio, index) => (
        <td key={ratioColumns[index]} className={`${cell} text-right whitespace-nowrap`}>
          {ratio !== null && (
            <>
              {odds(ratio.estimate)}
              <span className="block text-meta text-muted">{limitsOf(ratio)}</span>
            </>
          )}
        </td>
      ))}
    </>
  )
}

const limitsOf = ({ interval }: Pick<Ratio, 'interval'>) => (interval === null ? '' : interval.map(odds).join('–'))
