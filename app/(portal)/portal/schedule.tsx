import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { Plan } from '@/db/schema/proposals'
import { Meaning } from './meaning'

type Row = Plan['rows'][number]
type Column = 'n' | 'due' | 'amount' | 'principal' | 'interest' | 'balance'

const cells: Record<Column, (row: Row) => string | number> = {
  n: ({ n }) => n,
  due: ({ due }) => due,
  amount: ({ payment }) => yuan(payment),
  principal: ({ principal }) => yuan(principal),
  interest: ({ interest }) => yuan(interest),
  balance: ({ balance }) => yuan(balance),
}

/** A schedule, every instalment of it: what to pay and when fits any phone; what each is made of is one tap below. */
export async function Schedule({ rows }: { rows: Plan['rows'] }) {
  const t = await getTranslations('portal')
  return (
    <section className="card" aria-label={t('version.schedule')}>
      <Columns rows={rows} columns={['n', 'due', 'amount']} />
      <details>
        <summary>{t('version.parts')}</summary>
        <section className="scroll" aria-label={t('version.parts')} tabIndex={0}>
          <Columns rows={rows} columns={['n', 'principal', 'interest', 'balance']} />
        </section>
        <Meaning of={['principal', 'interest']} />
      </details>
    </section>
  )
}

async function Columns({ rows, columns }: { rows: Plan['rows']; columns: readonly Column[] }) {
  const t = await getTranslations('portal')
  return (
    <table>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col">
              {t(`table.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.n}>
            {columns.map((key) => (
              <td key={key}>{cells[key](row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
