import type { ReliefLine } from '@/db/schema/proposals'
import { money, sum, toText } from '@/lib/platform/money'
import type { VersionView } from './view'

/** Everything two versions can differ in, inputs first. */
export const comparedRows = [
  'reliefs',
  'treatment',
  'sourceOfFunds',
  'surplus',
  'instalment',
  'first',
  'periods',
  'total',
  'interest',
  'waived',
  'ends',
] as const
export type ComparedRow = (typeof comparedRows)[number]

/** One row of the comparison: the value in each version, as text or as reliefs to be put into words. */
export type Comparison = { row: ComparedRow; values: (string | ReliefLine[])[]; isSame: boolean }

/** Versions side by side; amounts in CNY as text. Rows that are the same in all of them say so. */
export const compareVersions = (versions: readonly VersionView[]): Comparison[] =>
  comparedRows.map((row) => {
    const values = versions.map((version) => readers[row](version))
    const [first, ...others] = values.map((value) => JSON.stringify(value))
    return { row, values, isSame: others.every((other) => other === first) }
  })

const totalOf = ({ lines }: VersionView, part: 'instalment' | 'total' | 'waived') =>
  toText(sum(lines.map((line) => money(line[part]))))

const days = ({ lines }: VersionView) => [...new Set(lines.flatMap(({ after }) => after.rows.map(({ due }) => due)))].toSorted()

const readers: Record<ComparedRow, (version: VersionView) => string | ReliefLine[]> = {
  reliefs: ({ lines }) => lines.flatMap(({ reliefs }) => reliefs),
  treatment: ({ lines }) => [...new Set(lines.map(({ treatment }) => treatment))].join('|'),
  sourceOfFunds: ({ sourceOfFunds }) => sourceOfFunds,
  surplus: ({ surplus }) => surplus ?? '',
  instalment: (version) => totalOf(version, 'instalment'),
  first: ({ lines }) => toText(sum(lines.map(({ after }) => money(after.rows[0]?.payment ?? '0')))),
  periods: (version) => String(days(version).length),
  total: (version) => totalOf(version, 'total'),
  interest: ({ lines }) => toText(sum(lines.map(({ after }) => money(after.interest)))),
  waived: (version) => totalOf(version, 'waived'),
  ends: (version) => days(version).at(-1) ?? '',
}
