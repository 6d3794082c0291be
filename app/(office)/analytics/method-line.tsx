import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'
import { type Filter, hrefWith } from './asked'
import { methodText } from './method-text'

/** How the figures above came about, and where to take them. */
export async function MethodLine({ method, filter }: { method: AnalyticsView['method']; filter: Filter }) {
  const t = await getTranslations('analytics')
  return (
    <div className="grid gap-1 text-dense text-muted">
      <p className="max-w-[90em]">{method !== null && (await methodText(method))}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 no-print">
        <a href={hrefWith('/analytics/export', filter, { format: 'xlsx' })} download>
          {t('xlsx')}
        </a>
        <a href={hrefWith('/analytics/export', filter, { format: 'csv' })} download>
          {t('csv')}
        </a>
        <Link href="/analytics/method">{t('methodPage')}</Link>
      </p>
    </div>
  )
}
