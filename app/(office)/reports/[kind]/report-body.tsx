import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { Locale } from '@/db/vocabulary'
import { inWords } from '@/lib/reports/in-words'
import type { ReportTable } from '@/lib/reports/queries'
import type { ReportColumn } from '@/lib/reports/report'

type Row = ReportTable['rows'][number]
type Props = { table: ReportTable; locale: Locale; label: string }

const head = 'border-b border-line px-3 py-2 font-medium whitespace-nowrap text-muted'
const cell = 'border-b border-line px-3 py-2 align-baseline'
const sideOf = ({ kind }: ReportColumn) => (kind === 'text' ? 'text-left' : 'text-right tabular-nums')

/** The rows of a report; a row of few people keeps its name only. */
export async function ReportBody({ table: { columns, rows }, locale, label }: Props) {
  const t = await getTranslations('reports')
  return (
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-m bg-surface shadow-1">
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`${head} ${sideOf(column)}`}>
                {t(`column.${column.key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row.cells)} className="hover:bg-sunken">
              {columns.map((column, place) => (
                <td
                  key={column.key}
                  className={`${cell} ${sideOf(column)} ${place === 0 ? 'font-medium whitespace-nowrap' : ''}`}
                >
                  <Value row={row} column={column} locale={locale} tooFew={t('hidden')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ValueProps = { row: Row; column: ReportColumn; locale: Locale; tooFew: string }

function Value({ row: { cells, hidden }, column, locale, tooFew }: ValueProps) {
  const value = cells[column.key]
  if (hidden.includes(column.key)) return <span className="text-muted">{tooFew}</span>
  if (value === null || value === undefined) return <span className="text-muted">—</span>
  if (column.kind === 'money') return yuan(String(value))
  const text = inWords(column, value, locale)
  return column.kind === 'share' ? <Share text={text} share={String(value)} /> : text
}

/** A share in figures beside a bar of its length. */
const Share = ({ text, share }: { text: string; share: string }) => (
  <span className="inline-flex items-center gap-2">
    <svg width="72" height="6" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" className="text-primary">
      <rect width="1" height="1" fill="var(--sunken)" />
      <rect width={share} height="1" fill="currentColor" />
    </svg>
    <span className="min-w-12">{text}</span>
  </span>
)
