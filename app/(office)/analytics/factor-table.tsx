import type { AnalyticsView } from '@/lib/analytics/view'
import type { Linked } from './asked'
import { percent } from './in-figures'
import { IntervalPlot } from './interval-plot'
import { LevelLink } from './level-link'
import { factorName, levelName, type Speakers, speakersHere } from './level-name'

const head = 'border-b border-line px-3 py-2 font-medium text-muted whitespace-nowrap'
const cell = 'border-b border-line px-3 py-1 align-middle'

/** Counts before rates, rates with their intervals, missing facts as a row of their own. */
export async function FactorTable({ factors, linked }: { factors: AnalyticsView['factors']; linked: Linked }) {
  const speakers = await speakersHere()
  const { t } = speakers
  return (
    <section
      aria-label={t('factors')}
      tabIndex={0}
      className="overflow-x-auto rounded-m bg-surface shadow-1 print:overflow-visible print:shadow-none"
    >
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr>
            {(['factor', 'level', 'n', 'events', 'share', 'plot'] as const).map((key) => (
              <th
                key={key}
                scope="col"
                className={`${head} ${key === 'n' || key === 'events' || key === 'share' ? 'text-right' : 'text-left'}`}
              >
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        {factors
          .filter(({ levels, missing }) => levels.length + (missing === null ? 0 : 1) > 1)
          .map((factor) => (
            <FactorRows key={factor.column} factor={factor} speakers={speakers} linked={linked} />
          ))}
      </table>
    </section>
  )
}

type Factor = AnalyticsView['factors'][number]

type RowsProps = { factor: Factor; speakers: Speakers; linked: Linked }

/** A row per group that may be told; all others together in one. */
const FactorRows = ({ factor, speakers, linked }: RowsProps) => {
  const rows = [...factor.levels, ...(factor.missing === null ? [] : [factor.missing])]
  const told = rows.flatMap((level) => ('hidden' in level ? [] : [level]))
  const hidden = rows.filter((level) => 'hidden' in level).map(({ level }) => levelName(factor.column, level, speakers))
  const first = (
    <th
      scope="rowgroup"
      rowSpan={told.length + Math.min(1, hidden.length)}
      className={`${cell} w-48 min-w-[8em] text-left align-top font-semibold`}
    >
      {factorName(factor.column, speakers)}
    </th>
  )
  return (
    <tbody>
      {told.map((level, index) => (
        <tr key={level.level}>
          {index === 0 && first}
          <LevelCells column={factor.column} level={level} speakers={speakers} linked={linked} />
        </tr>
      ))}
      {hidden.length > 0 && (
        <tr>
          {told.length === 0 && first}
          <td className={`${cell} min-w-[8em] break-keep text-muted`}>{hidden.join(speakers.t('comma'))}</td>
          <td colSpan={4} className={`${cell} text-muted`}>
            {speakers.t('hidden')}
          </td>
        </tr>
      )}
    </tbody>
  )
}

type Told = Extract<Factor['levels'][number], { n: number }>
type CellsProps = Omit<RowsProps, 'factor'> & { column: string; level: Told }

function LevelCells({ column, level, speakers, linked }: CellsProps) {
  const { t } = speakers
  const [low, high] = level.wilson
  const words = { rate: percent(level.rate), low: percent(low), high: percent(high) }
  return (
    <>
      <td className={`${cell} min-w-[8em] break-keep ${level.level === '' ? 'text-muted' : ''}`}>
        <LevelLink href={linked?.(column, level.level)}>{levelName(column, level.level, speakers)}</LevelLink>
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        {level.n}
        {level.imported !== null && level.imported > 0 && (
          <span className="ml-1 text-muted">{t('importedShort', { n: level.imported })}</span>
        )}
      </td>
      <td className={`${cell} text-right`}>{level.events}</td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        {words.rate} <span className="text-muted">{`${words.low}–${words.high}`}</span>
      </td>
      <td className={cell}>
        <IntervalPlot rate={level.rate} wilson={[low, high]} label={t('plotAlt', words)} />
      </td>
    </>
  )
}
