import type { AnalyticsView } from '@/lib/analytics/view'
import { percent } from './in-figures'
import { IntervalPlot } from './interval-plot'
import { factorName, levelName, type Speakers, speakersHere } from './level-name'

const head = 'border-b border-line px-3 py-2 font-medium text-muted whitespace-nowrap'
const cell = 'border-b border-line px-3 py-1 align-middle'

/** Counts before rates, rates with their intervals, missing facts as a row of their own. */
export async function FactorTable({ factors }: { factors: AnalyticsView['factors'] }) {
  const speakers = await speakersHere()
  const { t } = speakers
  return (
    <section aria-label={t('factors')} tabIndex={0} className="overflow-x-auto rounded-m bg-surface shadow-1">
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
          .filter(({ levels, missing }) => levels.length > 1 || (levels.length === 1 && missing !== 0))
          .map((factor) => (
            <FactorRows key={factor.column} factor={factor} speakers={speakers} />
          ))}
      </table>
    </section>
  )
}

type Factor = AnalyticsView['factors'][number]

const FactorRows = ({ factor, speakers }: { factor: Factor; speakers: Speakers }) => (
  <tbody>
    {factor.levels.map((level, index) => (
      <tr key={level.level}>
        {index === 0 && (
          <th
            scope="rowgroup"
            rowSpan={factor.levels.length + (factor.missing === 0 ? 0 : 1)}
            className={`${cell} w-48 text-left align-top font-semibold`}
          >
            {factorName(factor.column, speakers)}
          </th>
        )}
        <LevelCells column={factor.column} level={level} speakers={speakers} />
      </tr>
    ))}
    {factor.missing !== 0 && (
      <tr>
        <td colSpan={5} className={`${cell} text-muted`}>
          {factor.missing === null ? speakers.t('missingHidden') : speakers.t('missing', { n: factor.missing })}
        </td>
      </tr>
    )}
  </tbody>
)

function LevelCells({ column, level, speakers }: { column: string; level: Factor['levels'][number]; speakers: Speakers }) {
  const { t } = speakers
  const name = <td className={cell}>{levelName(column, level.level, speakers)}</td>
  if ('hidden' in level) {
    return (
      <>
        {name}
        <td colSpan={4} className={`${cell} text-muted`}>
          {t('hidden')}
        </td>
      </>
    )
  }
  const [low, high] = level.wilson
  const words = { rate: percent(level.rate), low: percent(low), high: percent(high) }
  return (
    <>
      {name}
      <td className={`${cell} text-right`}>{level.n}</td>
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
