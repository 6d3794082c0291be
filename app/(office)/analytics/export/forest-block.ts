import type { Contrast, Finding, Ratio } from '@/lib/analytics/findings'
import type { AnalyticsView } from '@/lib/analytics/view'
import type { PaperBlock, PaperCell, PaperGroup, PaperInterval, PaperIntervalRow } from '@/lib/platform/paper'
import { type Plotted, plotted } from '../asked'
import { comparedOf } from '../compared'
import { along, beyond, excludesOne, ticks } from '../forest-scale'
import { odds, oddsRange, percent, points, pointsRange, range, small } from '../in-figures'
import { factorName, levelName, type Speakers } from '../level-name'

/** Which ratio is drawn: the adjusted one, or what there is instead of it. */
export const drawnOf = ({ findings }: Pick<AnalyticsView, 'findings'>): Plotted => {
  const contrasts = findings.flatMap((finding) => finding.contrasts)
  return (['adjusted', 'stratified'] as const).find((ratio) => contrasts.some((one) => one[ratio] !== null)) ?? 'crude'
}

/** Every comparison with its odds ratios, the one that counts most drawn on its interval. */
export function forestBlock(findings: readonly Finding[], { drawn, speakers, note }: How & { note: string }): PaperBlock {
  const { t } = speakers
  return {
    kind: 'intervals',
    note,
    columns: [
      { title: t('compared'), align: 'left', share: 2.3 },
      { title: t('n'), align: 'right', share: 0.8 },
      { title: t('share'), align: 'right', share: 1.2 },
      { title: t('difference'), align: 'right', share: 1.25 },
      { title: t('scale'), align: 'left', share: 2.5 },
      ...plotted.map((ratio) => ({ title: t(`column.${ratio}`), align: 'right' as const, share: 1.15 })),
    ],
    picture: { column: 4, ticks: ticks.map((tick) => ({ at: along(tick), label: String(tick) })), middle: along(1) },
    groups: comparedOf(findings).map((finding) => groupOf(finding, drawn, speakers)),
  }
}

function groupOf(finding: Finding, drawn: Plotted, speakers: Speakers): PaperGroup {
  return {
    title: factorName(finding.column, speakers),
    aside: wordsOf(finding, speakers),
    tone: tones[finding.verdict] ?? 'plain',
    rows: finding.contrasts.map((contrast) => rowOf(finding, contrast, { drawn, speakers })),
  }
}

const tones: Partial<Record<Finding['verdict'], PaperInterval['tone']>> = { more: 'up', less: 'down' }

/** The verdict, of which level it speaks where there are several, and its q. */
function wordsOf({ column, verdict, level, q, contrasts }: Finding, speakers: Speakers): string {
  const named = level !== null && contrasts.length > 1 ? [levelName(column, level, speakers)] : []
  return [...named, speakers.t(`verdict.${verdict}`), ...(q === null ? [] : [`q ${small(q)}`])].join(' · ')
}

type How = { drawn: Plotted; speakers: Speakers }

function rowOf(finding: Finding, contrast: Contrast, { drawn, speakers }: How): PaperIntervalRow {
  const { level, reference, difference } = contrast
  const name = (of: string) => levelName(finding.column, of, speakers)
  const picture = drawing(contrast[drawn], level.level === finding.level ? (tones[finding.verdict] ?? 'plain') : 'plain')
  return {
    cells: [
      { text: name(level.level), under: speakers.t('against', { reference: name(reference) }) },
      { text: String(level.n) },
      { text: percent(level.rate), under: range(level.wilson) },
      difference === null ? { text: '—' } : { text: points(difference), under: pointsRange(difference) },
      { text: '' },
      ...plotted.map((ratio) => ratioCell(contrast[ratio])),
    ],
    picture,
    said: picture === null ? insteadOf(contrast, speakers) : '',
  }
}

function insteadOf({ withheld, crude }: Contrast, { t }: Speakers): string {
  if (withheld) return t('withheld')
  return crude === null ? t('verdict.too_few') : t('notComputed')
}

const ratioCell = (ratio: Ratio | null): PaperCell =>
  ratio === null ? { text: '—' } : { text: odds(ratio.estimate), under: oddsRange(ratio) }

function drawing(ratio: Ratio | null, tone: PaperInterval['tone']): PaperInterval | null {
  if (ratio === null || ratio.interval === null) return null
  const [low, high] = ratio.interval
  return {
    at: along(ratio.estimate),
    low: along(low),
    high: along(high),
    beyond: [beyond(low) === -1, beyond(high) === 1],
    mark: markOf(ratio),
    tone,
  }
}

/** None where the ratio lies beyond the scale: it would stand at another value. */
function markOf(ratio: Ratio): PaperInterval['mark'] {
  if (beyond(ratio.estimate) !== 0) return 'none'
  return excludesOne(ratio) ? 'square' : 'circle'
}
