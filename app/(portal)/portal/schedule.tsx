import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { Plan } from '@/db/schema/proposals'

/** A schedule, every instalment of it, in a region that scrolls by itself on a narrow phone. */
export async function Schedule({ rows }: { rows: Plan['rows'] }) {
  const t = await getTranslations('portal')
  return (
    <section className="scroll card" aria-label={t('version.schedule')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['n', 'due', 'principal', 'interest', 'amount', 'balance'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`table.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ n, due, principal, interest, payment, balance }) => (
            <tr key={n}>
              <td>{n}</td>
              <td>{due}</td>
              <td>{yuan(principal)}</td>
              <td>{yuan(interest)}</td>
              <td>{yuan(payment)}</td>
              <td>{yuan(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
