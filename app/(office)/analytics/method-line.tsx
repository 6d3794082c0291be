import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'
import { mayAsk } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { type Filter, hrefWith } from './asked'
import { methodText } from './method-text'

const formats = ['pdf', 'xlsx', 'csv'] as const

/** How the figures above came about, and where to take them for who may. */
export async function MethodLine({ method, filter }: { method: AnalyticsView['method']; filter: Filter }) {
  const [actor, t, own] = [await requireStaff(), await getTranslations('analytics'), await getTranslations('analyticsReport')]
  const names = { pdf: own('pdf'), xlsx: t('xlsx'), csv: t('csv') }
  return (
    <div className="grid gap-1 text-dense text-muted">
      <p className="max-w-[90em]">{method !== null && (await methodText(method))}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 no-print">
        {mayAsk(actor, 'analytics.export') &&
          formats.map((format) => (
            <a key={format} href={hrefWith('/analytics/export', filter, { format })} download>
              {names[format]}
            </a>
          ))}
        <Link href="/analytics/method">{t('methodPage')}</Link>
      </p>
    </div>
  )
}
