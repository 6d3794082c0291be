'use client'
import { useTranslations } from 'next-intl'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { Comparison, FactorResult, Result } from '@/lib/analysis/result'
import { findingCell as cell, FindingsHead, firstColumn, verdictTones } from '../findings-head'
import { percent, range, small } from '../in-figures'
import { LimitsList } from '../limits-list'
import type { Analysed } from './actions'
import { amount } from './amount'
import { ComparisonCells } from './comparison-cells'
import { MethodText } from './method-text'
import { Quality } from './quality'

/** The answer of the engine, or the sentence that says what to change. */
export function Answer({ answer }: { answer: Analysed }) {
  const t = useTranslations('spreadsheet')
  if ('sentence' in answer) return <Refused text={answer.sentence} />
  if ('problem' in answer) return <Refused text={t(`problem.${answer.problem}`)} />
  return <Figures result={answer.result} />
}

const Refused = ({ text }: { text: string }) => (
  <p role="alert" className="rounded-m bg-bad-bg px-4 py-3 text-bad">
    {text}
  </p>
)

function Figures({ result: { funnel, factors, multiplicity, model, time, warnings } }: { result: Result }) {
  const [t, words] = [useTranslations('spreadsheet'), useTranslations('analytics')]
  const rate = funnel.rate.estimate
  return (
    <Panel title={t('answer')}>
      <p className="rounded-m bg-wait-bg px-4 py-3 text-wait">
        <b>{words('howToRead')}</b>
        {t('caveat')}
      </p>
      <p>
        {t('funnel', { rows: funnel.rows, decided: funnel.decided, events: funnel.events, pending: funnel.pending })}
        {rate !== null && ` ${t('rate', { rate: percent(rate), range: range(funnel.rate.wilson) })}`}
        {funnel.bounds !== null && funnel.pending > 0 && ` ${t('bounds', { range: range(funnel.bounds) })}`}
        {funnel.missingOutcome > 0 && ` ${t('missingOutcome', { n: funnel.missingOutcome })}`}
      </p>
      {time !== null && time.n > 0 && <p>{waitText(time, t)}</p>}
      <FactorRows factors={factors} />
      {warnings.length > 0 && (
        <ul className="list-disc ps-5 text-dense text-ink-2">
          {warnings.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <MethodText model={model} factors={factors} tested={multiplicity.tested} />
      <Quality model={model} />
      <section aria-labelledby="limits" className="text-dense text-ink-2">
        <h3 id="limits" className="font-semibold">
          {words('limitsTitle')}
        </h3>
        <LimitsList />
      </section>
    </Panel>
  )
}

/** How long an answer takes: a middle of all rows, not of the answered alone. */
function waitText({ median, medianInterval: [from, to] }: NonNullable<Result['time']>, t: Translate) {
  return median === null ? t('noMedian') : t('wait', { days: median, from: from ?? '…', to: to ?? '…' })
}

type Translate = ReturnType<typeof useTranslations<'spreadsheet'>>

function FactorRows({ factors }: { factors: FactorResult[] }) {
  const [t, words] = [useTranslations('spreadsheet'), useTranslations('analytics')]
  return (
    <section aria-label={t('answer')} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-dense">
        <FindingsHead words={words} second="level" ratioTitle={(ratio) => words(`column.${ratio}`)} />
        {factors.map((factor) => (
          <FactorGroup key={factor.column} factor={factor} />
        ))}
      </table>
    </section>
  )
}

type Row = { level: string; counts: FactorResult['levels'][number] | undefined; comparison: Comparison | undefined }

/** A row per level; a number has one more for the ratio per standard deviation. */
const rowsOf = ({ levels, comparisons, type }: FactorResult): Row[] => [
  ...levels.map((counts) => ({
    level: counts.level,
    counts,
    comparison: comparisons.find(({ level }) => level === counts.level),
  })),
  ...(type === 'number' ? comparisons.map((comparison) => ({ level: comparison.level, counts: undefined, comparison })) : []),
]

function LevelCell({ row: { level, comparison }, isReference }: { row: Row; isReference: boolean }) {
  const [t, words] = [useTranslations('spreadsheet'), useTranslations('analytics')]
  return (
    <td className={`${cell} min-w-[8em] break-keep`}>
      {comparison?.unit === undefined ? level : t('perSd', { unit: amount(comparison.unit) })}
      {isReference && <span className="block text-meta text-muted">{words('exportColumn.reference')}</span>}
    </td>
  )
}

function FactorGroup({ factor }: { factor: FactorResult }) {
  const words = useTranslations('analytics')
  const rows = rowsOf(factor)
  const q = factor.test?.q ?? null
  const gaps = factor.missing.event + factor.missing.nonEvent + factor.missing.pending
  const height = rows.length + (gaps > 0 ? 1 : 0)
  return (
    <tbody>
      {rows.map(({ level, counts, comparison }, index) => (
        <tr key={level}>
          {index === 0 && (
            <th
              scope="rowgroup"
              rowSpan={height}
              className={`${cell} ${firstColumn} min-w-[7.5em] text-left align-top font-semibold`}
            >
              {factor.column}
            </th>
          )}
          <LevelCell row={{ level, counts, comparison }} isReference={factor.comparisons[0]?.reference === level} />
          <td className={`${cell} text-right`}>{counts?.n}</td>
          <td className={`${cell} text-right whitespace-nowrap`}>
            {counts?.rate != null && `${percent(counts.rate)} (${range(counts.wilson)})`}
          </td>
          <ComparisonCells comparison={comparison} />
          {index === 0 && (
            <td rowSpan={height} className={`${cell} align-top`}>
              <Pill tone={verdictTones[factor.verdict]}>{words(`verdict.${factor.verdict}`)}</Pill>
              {factor.verdictLevel !== null && factor.type !== 'number' && (
                <span className="block text-meta text-muted">{factor.verdictLevel}</span>
              )}
              {q !== null && <span className="block text-meta text-muted">{`q ${small(q)}`}</span>}
            </td>
          )}
        </tr>
      ))}
      {gaps > 0 && <MissingRow missing={factor.missing} />}
    </tbody>
  )
}

/** Rows without the fact, by what became of them: they are in no comparison. */
function MissingRow({ missing }: Pick<FactorResult, 'missing'>) {
  const [t, words] = [useTranslations('spreadsheet'), useTranslations('analytics')]
  return (
    <tr>
      <td className={`${cell} text-muted`}>{words('missing')}</td>
      <td className={`${cell} text-right text-muted`}>{missing.event + missing.nonEvent}</td>
      <td colSpan={6} className={`${cell} text-muted`}>
        {t('missingBy', missing)}
      </td>
    </tr>
  )
}
