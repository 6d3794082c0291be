import type { Who } from '@/lib/analytics/slices.queries'
import type { Reading } from '@/lib/core/query'
import type { Cell } from '@/lib/platform/table'

/** What a report may be narrowed to; days are civil dates in the organisation's zone, both included. */
export type Asked = { from: string | null; to: string | null; creditor: string | null; team: string | null }

/** Whether a report is of one creditor or team. */
export const isPart = ({ creditor, team }: Asked) => creditor !== null || team !== null

/** What a report counts: as it was narrowed, and whose cases. */
export type Counting = Asked & { who: Who }

/**
 * What a column holds. `people` is a count of cases or clients, which may be too small to be told; `share` a fraction as
 * decimal text, `limit` an end of its interval; `days` a number of days; `money` CNY. `words` names the glossary group whose codes stand in a column of text.
 */
export type ReportColumn = {
  readonly key: ColumnKey
  readonly kind: 'text' | 'people' | 'number' | 'money' | 'share' | 'limit' | 'days'
  /** The other counts of the row are parts of this one. */
  readonly isTotal?: true
  /** The same people are counted again in the next row: rows add up to nothing that could tell of one. */
  readonly isRunning?: true
  /** Some people of the row again, under another head: no part of its total. */
  readonly isBeside?: true
  /** The column that would tell this one, less the total: hidden with it. */
  readonly tells?: ColumnKey
  /** Read to know what is too small to be told, and not shown: a count, or a text that rows share whose sum another report has. */
  readonly isSilent?: true
  /** A creditor's name, which the starting directory has in English too. */
  readonly isName?: true
  readonly words?: WordGroup
}

export type ReportRow = Readonly<Partial<Record<ColumnKey, Cell>>>

/**
 * A table that answers one question about the office. `about` work: what lies where, exact for those who may see the cases;
 * about outcomes: what creditors answered and what became of it, with small groups hidden from everyone.
 */
export type Report = {
  readonly about: 'work' | 'outcomes'
  readonly columns: readonly ReportColumn[]
  /** Whether a period makes sense; a report on what lies open today has none. */
  readonly hasPeriod: boolean
  readonly read: (reading: Reading, asked: Counting) => Promise<ReportRow[]>
}

/** The titles there are; each has its words in lib/i18n/messages/reports.ts. */
export const columnKeys = [
  'answered',
  'approved',
  'atRisk',
  'check',
  'closed',
  'contacts',
  'counsellor',
  'creditor',
  'day',
  'days',
  'daysOften',
  'evidence',
  'figure',
  'granted',
  'high',
  'inTime',
  'kept',
  'late',
  'low',
  'mark',
  'missed',
  'modified',
  'month',
  'months',
  'moves',
  'n',
  'noAction',
  'noAnswer',
  'onCreditor',
  'onClient',
  'onUs',
  'open',
  'opened',
  'overTarget',
  'owed',
  'pending',
  'quarter',
  'ratio',
  'refused',
  'relief',
  'requested',
  'sent',
  'share',
  'stage',
  'stretch',
  'target',
  'tasks',
  'unit',
  'value',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export const wordGroups = ['stage', 'relief', 'check', 'deadline', 'figure', 'mark'] as const
export type WordGroup = (typeof wordGroups)[number]
