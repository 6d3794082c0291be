import type { Locale } from '@/db/vocabulary'
import { messages } from '@/lib/i18n/catalogue'
import type { Cell, Column, ColumnKind } from '@/lib/platform/table'

export const exportKinds = ['cases', 'proposals', 'outcomes'] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

type ColumnKey = keyof (typeof messages)['en']['exports']['column']

/** What each export holds, in order. */
const columns = {
  cases: {
    number: 'code',
    client: 'text',
    creditor: 'text',
    product: 'text',
    stage: 'text',
    whoseMove: 'text',
    owner: 'text',
    owed: 'money',
    due: 'date',
    hardship: 'text',
    opened: 'date',
    closed: 'date',
    closing: 'text',
  },
  proposals: {
    number: 'code',
    client: 'text',
    product: 'text',
    version: 'number',
    round: 'number',
    sent: 'date',
    channel: 'text',
    instalment: 'money',
    total: 'money',
    waived: 'money',
    expected: 'date',
    outcome: 'text',
  },
  outcomes: {
    number: 'code',
    client: 'text',
    product: 'text',
    version: 'number',
    round: 'number',
    sent: 'date',
    decided: 'date',
    days: 'number',
    result: 'text',
    reasons: 'text',
    ratios: 'text',
  },
} as const satisfies Record<ExportKind, Partial<Record<ColumnKey, ColumnKind>>>

/** One exported line, by column; `after` is where the next batch begins. */
export type ExportRow = { after: string } & Partial<Record<ColumnKey, Cell>>

export function columnsOf(kind: ExportKind, locale: Locale): Column[] {
  const titles = messages[locale].exports.column
  return keysOf(kind).map((key) => ({ key, title: titles[key], kind: kindOf(kind, key) }))
}

export const cellsOf = (kind: ExportKind, row: ExportRow): Cell[] => keysOf(kind).map((key) => row[key] ?? null)

const entriesOf = (kind: ExportKind) => Object.entries(columns[kind]) as [ColumnKey, ColumnKind][]
const keysOf = (kind: ExportKind) => entriesOf(kind).map(([key]) => key)
const kindOf = (kind: ExportKind, key: ColumnKey) => new Map(entriesOf(kind)).get(key) ?? 'text'
