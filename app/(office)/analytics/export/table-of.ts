import type { Difference, Ratio } from '@/lib/analytics/findings'
import type { AnalyticsView } from '@/lib/analytics/view'
import type { Cell, Column, ColumnKind } from '@/lib/platform/table'
import { odds, small } from '../in-figures'
import { factorName, levelName, type Speakers, speakersHere } from '../level-name'

type Factor = AnalyticsView['factors'][number]
type Finding = AnalyticsView['findings'][number]
type Level = Factor['levels'][number]

/** One row per level, and one for what was not recorded: counts, rate, difference in points and the three odds ratios with their intervals, q and the verdict. */
export async function tableOf({ factors, findings }: AnalyticsView) {
  const speakers = await speakersHere()
  const rows = factors.flatMap((factor) => {
    const finding = findings.find(({ column }) => column === factor.column)
    const { levels, missing } = factor
    return [...levels, ...(missing === null ? [] : [missing])].map((level) => rowOf(factor, level, { finding, speakers }))
  })
  return { columns: columnsIn(speakers), rows }
}

function columnsIn({ t }: Speakers): Column[] {
  const column = (title: string, kind: ColumnKind = 'number'): Column => ({ key: title, title, kind })
  // Each limit is named after what it is a limit of: programs that read a table by its titles need every one to differ.
  const withLimits = (title: string) => [
    column(title),
    column(t('exportColumn.low', { of: title })),
    column(t('exportColumn.high', { of: title })),
  ]
  return [
    column(t('exportColumn.code'), 'code'),
    column(t('factor'), 'text'),
    column(t('level'), 'text'),
    column(t('n')),
    column(t('exportColumn.imported')),
    column(t('events')),
    ...withLimits(t('share')),
    column(t('exportColumn.reference'), 'text'),
    ...withLimits(t('difference')),
    ...withLimits(t('exportColumn.crude')),
    ...withLimits(t('exportColumn.stratified')),
    ...withLimits(t('exportColumn.adjusted')),
    column(t('exportColumn.q'), 'text'),
    column(t('inWords'), 'text'),
  ]
}

type Beside = { finding: Finding | undefined; speakers: Speakers }

function rowOf({ column }: Factor, level: Level, { finding, speakers }: Beside): Cell[] {
  const name = [column, factorName(column, speakers), levelName(column, level.level, speakers)]
  if ('hidden' in level) return [...name, speakers.t('hidden')]
  const counts = [level.n, level.imported, level.events, share(level.rate), ...level.wilson.map(share)]
  const contrast = finding?.contrasts.find((one) => one.level.level === level.level)
  if (finding === undefined || contrast === undefined) return [...name, ...counts]
  const { reference, difference, crude, stratified, adjusted, withheld } = contrast
  const ratios = [...differenceCells(difference), ...[crude, stratified, adjusted].flatMap(ratioCells)]
  const verdict = verdictAt(finding, level.level)
  const why = withheld && verdict !== 'varies' ? speakers.t('withheld') : null
  const words = [verdict && speakers.t(`verdict.${verdict}`), why].filter(Boolean).join(' · ') || null
  const q = finding.q === null ? null : small(finding.q)
  return [...name, ...counts, levelName(column, reference, speakers), ...ratios, q, words]
}

/** A headline speaks of one level; of the others nothing is said, neither that they differ nor that they do not. */
const verdictAt = ({ verdict, level }: Finding, at: string) => (level === null || level === at ? verdict : null)

const differenceCells = (difference: Difference | null): Cell[] =>
  difference === null
    ? [null, null, null]
    : [difference.estimate, ...difference.interval].map((share) => (100 * share).toFixed(1))

const ratioCells = (ratio: Ratio | null): Cell[] =>
  ratio === null ? [null, null, null] : [ratio.estimate, ratio.interval?.[0] ?? null, ratio.interval?.[1] ?? null].map(ratioText)

/** Two decimals, as on the page; nothing where there is no finite number. */
const ratioText = (value: number | null): string | null => (value === null || !Number.isFinite(value) ? null : odds(value))

/** A share (0..1) to a tenth of a percent. */
const share = (value: number): string => value.toFixed(3)
