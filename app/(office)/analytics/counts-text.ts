import { getTranslations } from 'next-intl/server'
import { type AnalyticsFilter, isNarrowed } from '@/lib/analytics/filter'
import type { AnalyticsView } from '@/lib/analytics/view'

/** The funnel before any rate: how many were sent, and where each of them stands. Where nothing was answered, why; not that there is none. */
export async function countsText({ funnel, reach, why }: Pick<AnalyticsView, 'funnel' | 'reach' | 'why'>) {
  const t = await getTranslations('analytics')
  if (funnel.sent === 0 && why !== null) return why === 'differenced' ? t('unanswered.differenced') : '…'
  if (funnel.sent === 0) return t('sentText', { sent: 0, clients: 0 })
  const slices = funnel.slices.map(({ approval, n }) => `${t(`approval.${approval}`)} ${n ?? t('fewer')}`)
  const sent = t('sentText', { sent: funnel.sent, clients: funnel.clients })
  return [sent, ...reachParts(reach, t), ...importedPart(funnel.imported, t), ...slices].join(' · ')
}

/** That nothing was sent, or that nothing of it fits the filter. */
export const emptyOf = (asked: AnalyticsFilter) => (isNarrowed(asked) ? 'emptyPart' : 'empty')

type Say = Awaited<ReturnType<typeof getTranslations<'analytics'>>>

/** From when to when they were sent, to how many creditors, and how many counsellors have them. Past outcomes are of nobody. */
function reachParts(reach: AnalyticsView['reach'], t: Say): string[] {
  if (reach === null) return []
  const { from, to, creditors, counsellors, few } = reach
  return [
    t('reach.days', { from, to }),
    creditors === null ? t('reach.creditorsFew', { few }) : t('reach.creditors', { n: creditors }),
    ...(counsellors === 0
      ? []
      : [counsellors === null ? t('reach.counsellorsFew', { few }) : t('reach.counsellors', { n: counsellors })]),
  ]
}

/** How many past outcomes are among them; nothing where there are none. */
function importedPart(imported: number | null, t: Say): string[] {
  if (imported === null) return [t('importedFew')]
  return imported === 0 ? [] : [t('importedText', { n: imported })]
}
