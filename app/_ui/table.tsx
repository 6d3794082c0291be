import type { ReactNode } from 'react'

type Column<Row> = {
  key: string
  title: string
  align?: 'right'
  /** A name, a date or a mark, that stays on one line. */
  isShort?: boolean
  /** Left out on a phone, where another column says it too. */
  isWide?: boolean
  cell: (row: Row) => ReactNode
}

/** A plain table that scrolls in its own labelled region on a narrow screen. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  label: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-m bg-surface shadow-1">
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr>
            {columns.map(({ key, title, align, isWide }) => (
              <th
                key={key}
                scope="col"
                className={`border-b border-line px-2 py-2 font-medium whitespace-nowrap text-muted md:px-3 ${sideOf(align)} ${roomOf(isWide)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-sunken">
              {columns.map(({ key, align, isShort, isWide, cell }) => (
                <td
                  key={key}
                  className={`border-b border-line px-2 py-2 align-baseline md:px-3 ${sideOf(align)} ${isShort ? 'whitespace-nowrap' : ''} ${isShort || align ? '' : 'min-w-[6.5em]'} ${roomOf(isWide)}`}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const sideOf = (align: 'right' | undefined) => (align === 'right' ? 'text-right' : 'text-left')

const roomOf = (isWide = false) => (isWide ? 'max-md:hidden print:table-cell' : '')
