import { getTranslations } from 'next-intl/server'
import { type AnalyticsFilter, isNarrowed } from '@/lib/analytics/filter'
import { leavesTeam } from '@/lib/analytics/small-cells'

type Counted = { limit: number; without: number | null; asked: AnalyticsFilter }

/** Who is in these figures: everybody inside the team, and only who agreed for others. */
export async function leftOutText({ limit, without, asked }: Counted) {
  const t = await getTranslations('analytics')
  if (!leavesTeam(limit)) return t('leftOutInside')
  if (isNarrowed(asked)) return t('leftOutPart')
  return without === null ? t('leftOutFew') : t('leftOut', { n: without })
}
