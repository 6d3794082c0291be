import type { Level } from '@/lib/analytics/factor-view'
import type { AnalyticsView } from '@/lib/analytics/view'
import type { PaperBlock, PaperGroup, PaperIntervalRow } from '@/lib/platform/paper'
import { percent, range } from '../in-figures'
import { factorName, levelName, type Speakers } from '../level-name'

type Factor = AnalyticsView['factors'][number]
type Told = Extract<Level, { n: number }>
type Words = { speakers: Speakers; interval: string; note: string }

const quarters = [0, 0.25, 0.5, 0.75, 1]

/** Counts and rates of every group of every factor, each rate drawn on its interval beside the rate of all. */
export function ratesBlock(
  { factors, rate }: Pick<AnalyticsView, 'factors' | 'rate'>,
  { speakers, interval, note }: Words,
): PaperBlock {
  const { t } = speakers
  return {
    kind: 'intervals',
    note,
    columns: [
      { title: t('level'), align: 'left', share: 2.7 },
      { title: t('n'), align: 'right', share: 0.9 },
      { title: t('events'), align: 'right', share: 1 },
      { title: t('share'), align: 'right', share: 0.8 },
      { title: interval, align: 'left', share: 1.3 },
      { title: t('plot'), align: 'left', share: 3.2 },
    ],
    picture: {
      column: 5,
      ticks: quarters.map((at) => ({ at, label: at % 0.5 === 0 ? `${at * 100}%` : '' })),
      middle: rate?.estimate ?? null,
    },
    groups: factors
      .filter(({ levels, missing }) => levels.length + (missing === null ? 0 : 1) > 1)
      .map((factor) => groupOf(factor, speakers)),
  }
}

/** A line per group that may be told; all others together in one. */
function groupOf({ column, levels, missing }: Factor, speakers: Speakers): PaperGroup {
  const all = missing === null ? levels : [...levels, missing]
  const hidden = all.filter((level) => 'hidden' in level).map(({ level }) => levelName(column, level, speakers))
  const told = all.flatMap((level) => ('hidden' in level ? [] : [toldRow(column, level, speakers)]))
  const rest = hidden.length === 0 ? [] : [hiddenRow(hidden.join(speakers.t('comma')), speakers)]
  return { title: factorName(column, speakers), aside: '', tone: 'plain', rows: [...told, ...rest] }
}

function toldRow(column: string, { level, n, events, imported, rate, wilson }: Told, speakers: Speakers): PaperIntervalRow {
  const [low, high] = wilson
  const past = imported !== null && imported > 0 ? ` · ${speakers.t('importedShort', { n: imported })}` : ''
  return {
    cells: [
      { text: `${levelName(column, level, speakers)}${past}` },
      { text: String(n) },
      { text: String(events) },
      { text: percent(rate) },
      { text: range(wilson) },
      { text: '' },
    ],
    picture: { at: rate, low, high, beyond: [false, false], mark: 'dot', tone: 'plain' },
    said: '',
  }
}

const hiddenRow = (names: string, { t }: Speakers): PaperIntervalRow => ({
  cells: [{ text: names }, { text: '—' }, { text: '—' }, { text: '—' }, { text: '' }, { text: '' }],
  picture: null,
  said: t('hidden'),
})
