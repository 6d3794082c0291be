import { useLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FinancialTerm } from '@/app/_parts/financial-term'
import { Pill } from '@/app/_ui/pill'
import type { Contrast, Finding, Ratio } from '@/lib/analytics/findings'
import { type Linked, type Plotted, plotted } from './asked'
import { comparedOf } from './compared'
import { findingCell as cell, FindingsHead, firstColumn, verdictTones } from './findings-head'
import { ForestPlot } from './forest-plot'
import { odds, oddsRange, percent, points, pointsRange, range, small } from './in-figures'
import { LevelLink } from './level-link'
import { factorName, levelName, type Speakers, speakersHere, stratumName } from './level-name'

type TableProps = { findings: readonly Finding[]; view: Plotted; linked: Linked }

/** What was compared, with the figures it rests on. */
export async function FindingsTable({ findings, view, linked }: TableProps) {
  const speakers = await speakersHere()
  const t = await getTranslations('analytics')
  return (
    <section aria-label={t(`ratio.${view}`)} tabIndex={0} className="relative overflow-x-auto print:overflow-visible">
      <table className="w-full border-collapse text-dense">
        <caption className="sr-only">{t('tableCaption')}</caption>
        <FindingsHead
          words={t}
          second="compared"
          drawn={view}
          ratioTitle={(ratio) =>
            ratio === view ? <FinancialTerm of="oddsRatio">{t(`column.${ratio}`)}</FinancialTerm> : t(`column.${ratio}`)
          }
        />
        {comparedOf(findings).map((finding) => (
          <FindingRows key={finding.column} finding={finding} view={view} speakers={speakers} linked={linked} />
        ))}
      </table>
    </section>
  )
}

type RowsProps = { finding: Finding; view: Plotted; speakers: Speakers; linked: Linked }

const FindingRows = ({ finding, view, speakers, linked }: RowsProps) => (
  <tbody>
    {finding.contrasts.map((contrast, index) => (
      <tr key={contrast.level.level}>
        {index === 0 && (
          <th
            scope="rowgroup"
            rowSpan={finding.contrasts.length}
            className={`${cell} ${firstColumn} min-w-[7.5em] text-left align-top font-semibold`}
          >
            {factorName(finding.column, speakers)}
          </th>
        )}
        <ContrastCells finding={finding} contrast={contrast} view={view} speakers={speakers} linked={linked} />
        {index === 0 && (
          <td rowSpan={finding.contrasts.length} className={`${cell} align-top`}>
            <VerdictWords finding={finding} speakers={speakers} />
          </td>
        )}
      </tr>
    ))}
  </tbody>
)

function VerdictWords({ finding, speakers }: { finding: Finding; speakers: Speakers }) {
  const { t } = speakers
  const { column, verdict, level, reference, q, contrasts } = finding
  const isNamed = level !== null && reference !== null && contrasts.length > 1
  return (
    <>
      <Pill tone={verdictTones[verdict]}>{t(`verdict.${verdict}`)}</Pill>
      {isNamed && <span className="block text-meta text-muted">{levelName(column, level, speakers)}</span>}
      {q !== null && <span className="block text-meta text-muted">{`q ${small(q)}`}</span>}
    </>
  )
}

type CellsProps = RowsProps & { contrast: Contrast }

function ContrastCells({ finding, contrast, view, speakers, linked }: CellsProps) {
  const { t } = speakers
  const { level, reference } = contrast
  return (
    <>
      <td className={`${cell} min-w-[8em] break-keep`}>
        <LevelLink href={linked?.(finding.column, level.level)}>{levelName(finding.column, level.level, speakers)}</LevelLink>
        <span className="block text-meta text-muted">
          {t('against', { reference: levelName(finding.column, reference, speakers) })}
        </span>
      </td>
      <td className={`${cell} text-right`}>{level.n}</td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        {percent(level.rate)}
        <span className="block text-meta text-muted">{range(level.wilson)}</span>
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        <DifferenceText difference={contrast.difference} />
      </td>
      {contrast.withheld ? (
        <Strata contrast={contrast} speakers={speakers} />
      ) : (
        <Ratios contrast={contrast} view={view} tone={toneOf(finding, contrast)} speakers={speakers} />
      )}
    </>
  )
}

/** Colour repeats a headline only; an interval beside 1 that many tests explain stays grey. */
function toneOf({ verdict, level }: Finding, contrast: Contrast) {
  if (contrast.level.level !== level) return 'text-muted'
  return verdict === 'more' ? 'text-ok' : 'text-bad'
}

type RatiosProps = { contrast: Contrast; view: Plotted; tone: string; speakers: Speakers }

function Ratios({ contrast, view, tone, speakers: { t } }: RatiosProps) {
  const drawn = contrast[view]
  return (
    <>
      <td className={cell}>
        {drawn?.interval ? (
          <ForestPlot
            ratio={{ ...drawn, interval: drawn.interval }}
            tone={tone}
            label={t('ratioAlt', { ratio: odds(drawn.estimate), interval: oddsRange(drawn) })}
          />
        ) : (
          <span className="text-muted">{contrast.crude === null ? t('verdict.too_few') : t('notComputed')}</span>
        )}
      </td>
      {plotted.map((ratio) => (
        <td key={ratio} className={`${cell} text-right whitespace-nowrap ${ratio === view ? '' : 'text-muted'}`}>
          <RatioText ratio={contrast[ratio]} />
        </td>
      ))}
    </>
  )
}

const DifferenceText = ({ difference }: Pick<Contrast, 'difference'>) =>
  difference === null ? (
    <span className="text-muted">—</span>
  ) : (
    <>
      {points(difference)}
      <span className="block text-meta text-muted">{pointsRange(difference)}</span>
    </>
  )

const RatioText = ({ ratio }: { ratio: Ratio | null }) =>
  ratio === null ? (
    <span className="text-muted">—</span>
  ) : (
    <>
      {odds(ratio.estimate)}
      <span className="block text-meta text-muted">{oddsRange(ratio)}</span>
    </>
  )

/** Where strata disagree there is no single ratio: each stratum speaks for itself. */
function Strata({ contrast: { strata }, speakers: { t } }: { contrast: Contrast; speakers: Speakers }) {
  const locale = useLocale()
  return (
    <td colSpan={1 + plotted.length} className={cell}>
      {t('withheld')}
      {strata.map(({ stratum, ratio }) => (
        <span key={stratum} className="block text-meta text-muted">
          {t('inStratum', { stratum: stratumName(stratum, locale), ratio: odds(ratio.estimate), interval: oddsRange(ratio) })}
        </span>
      ))}
    </td>
  )
}
