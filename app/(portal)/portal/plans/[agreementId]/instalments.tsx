import { getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import type { plan } from '@/lib/portal/plan.queries'

type Plan = Awaited<ReturnType<typeof plan>>
type Props = { view: Pick<Plan, 'status' | 'product' | 'total' | 'instalments'> }

/** What is to be paid and when; of a plan that has not begun, that it has not. */
export async function Instalments({ view: { status, product, total, instalments } }: Props) {
  const t = await getTranslations('portal')
  if (status === 'DRAFT') return <p className="lead">{t('planDraft')}</p>
  return (
    <>
      <p className="lead">
        {product} · {t('version.total')} {yuan(total)}
      </p>
      <section className="scroll card" aria-label={t('plan')} tabIndex={0}>
        <table className="instalments">
          <thead>
            <tr>
              {(['n', 'due', 'amount', 'state'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`table.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {instalments.map((instalment) => (
              <tr key={instalment.n}>
                <td>{instalment.n}</td>
                <td>{instalment.dueOn}</td>
                <td>{yuan(instalment.amount)}</td>
                <td className="wraps">
                  <State of={instalment} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** How an instalment stands, and below it what came, what it went into, and what waits to be checked. */
async function State({ of: { status, paid, reported, settled } }: { of: Plan['instalments'][number] }) {
  const t = await getTranslations('portal')
  return (
    <>
      {t(`instalmentState.${status}`)}
      {status !== 'PAID' && /[1-9]/.test(paid) && (
        <small>
          {t('table.paid')} {yuan(paid)}
        </small>
      )}
      {settled.map(({ claim, amount }) => (
        <small key={claim}>{t(`settles.part.${claim}`, { amount: yuan(amount) })}</small>
      ))}
      {status !== 'REPORTED' && /[1-9]/.test(reported) && (
        <small>
          {t('instalmentState.REPORTED')} {yuan(reported)}
        </small>
      )}
    </>
  )
}
