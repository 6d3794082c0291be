import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'

/** The funnel before any rate: how many were sent, and where each of them stands. Where nothing was answered, why; not that there is none. */
export async function countsText({ funnel, why }: Pick<AnalyticsView, 'funnel' | 'why'>) {
  const t = await getTranslations('analytics')
  if (funnel.sent === 0 && why !== null) return why === 'differenced' ? t('unanswered.differenced') : '…'
  const slices = funnel.slices.map(({ approval, n }) => `${t(`approval.${approval}`)} ${n ?? t('fewer')}`)
  return [t('sentText', { sent: funnel.sent, clients: funnel.clients }), ...importedPart(funnel.imported, t), ...slices].join(
    ' · ',
  )
}

type Say = Awaited<ReturnType<typeof getTranslations<'analytics'>>>

/** How many past outcomes are among them; nothing where there are none. */
function importedPart(imported: number | null, t: Say): string[] {
  if (imported === null) return [t('importedFew')]
  return imported === 0 ? [] : [t('importedText', { n: imported })]
}
