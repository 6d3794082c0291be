import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { hardshipTypes } from '@/db/vocabulary'
import { analytics } from '@/lib/analytics/queries'
import { type AnalyticsView, approvals } from '@/lib/analytics/view'
import { requireStaff } from '@/lib/core/session'
import { productList } from '@/lib/creditors/queries'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { FactorTable } from './factor-table'
import { Filters } from './filters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('analytics'))('title') }
}

/** What goes with approval, said no louder than the counts allow. */
export default async function AnalyticsPage({ searchParams }: Props) {
  const [actor, t, params] = [await requireStaff(), await getTranslations('analytics'), await searchParams]
  const chosen = {
    product: uuid(params['product']),
    hardship: hardshipTypes.find((type) => type === params['hardship']),
    from: day(params['from']),
    to: day(params['to']),
  }
  const view = await analytics(actor, chosen)
  return (
    <>
      <PageHeader title={t('title')} note={t('unit')} />
      <div className="grid gap-4 p-5">
        <p className="rounded-m bg-wait-bg px-4 py-3 text-wait">
          <b>{t('howToRead')}</b>
          {t('caveat')}
        </p>
        <Filters chosen={chosen} products={await productList(actor)} />
        {view.funnel.sent === 0 ? <EmptyState title={t('empty')} text={t('emptyText')} /> : <Findings view={view} />}
      </div>
    </>
  )
}

async function Findings({ view }: { view: AnalyticsView }) {
  const t = await getTranslations('analytics')
  const isFew = view.rate.n < 30 || Math.min(view.rate.events, view.rate.n - view.rate.events) < 10
  return (
    <>
      <Figures view={view} />
      {isFew && <p className="rounded-m bg-info-bg px-4 py-3 text-info">{t('few')}</p>}
      <section className="grid gap-2">
        <h2 className="text-section font-semibold">{t('factors')}</h2>
        <FactorTable factors={view.factors} />
        <p className="max-w-[80em] text-dense text-muted">
          {t('small', { limit: view.limit })} {t('method', { version: catalogueVersion })}
        </p>
      </section>
    </>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

async function Figures({ view: { funnel, rate, bounds, medianDays } }: { view: AnalyticsView }) {
  const t = await getTranslations('analytics')
  const [low, high] = rate.wilson
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Figure label={t('rate')} value={rate.estimate === null ? '—' : percent(rate.estimate)}>
        {t('interval', { low: percent(low), high: percent(high) })}
        {bounds !== null && <span className="block">{t('bounds', { low: percent(bounds[0]), high: percent(bounds[1]) })}</span>}
      </Figure>
      <Figure label={t('decided')} value={String(rate.n)}>
        {t('decidedText', { events: rate.events, refused: rate.n - rate.events })}
      </Figure>
      <Figure label={t('median')} value={medianDays === null ? '—' : t('days', { days: medianDays })}>
        {t('ofAnswered')}
      </Figure>
      <Figure label={t('funnel')} value={`${t('sent')} ${funnel.sent}`}>
        {approvals.map((approval) => `${t(`approval.${approval}`)} ${funnel[approval]}`).join(' · ')}
        <span className="block">{t('sentText', { clients: funnel.clients })}</span>
      </Figure>
    </div>
  )
}

const Figure = ({ label, value, children }: { label: string; value: string; children: React.ReactNode }) => (
  <section className="grid content-start gap-1 rounded-m bg-surface px-4 py-3 shadow-1">
    <h2 className="text-meta text-muted">{label}</h2>
    <p className="text-title font-semibold">{value}</p>
    <p className="text-dense text-muted">{children}</p>
  </section>
)

const uuid = (text: string | string[] | undefined) =>
  typeof text === 'string' && /^[0-9a-f-]{36}$/.test(text) ? text : undefined
const day = (text: string | string[] | undefined) =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
