import { getTranslations } from 'next-intl/server'
import { type AnalyticsFilter, isNarrowed } from '@/lib/analytics/filter'
import { leavesTeam } from '@/lib/analytics/small-cells'

type Counted = { limit: number; without: number | null; corrected: number | null; asked: AnalyticsFilter }

type Translate = Awaited<ReturnType<typeof getTranslations<'analytics'>>>

/** Who is in these figures: everybody inside the team, and only who agreed for others; and what was frozen anew, which counts for nobody. */
export async function leftOutText(counted: Counted) {
  const t = await getTranslations('analytics')
  return [whoText(counted, t), ...correctedParts(counted, t)].join(' ')
}

function correctedParts({ corrected, asked }: Counted, t: Translate): string[] {
  if (isNarrowed(asked) || corrected === 0) return []
  return [corrected === null ? t('correctedFew') : t('corrected', { n: corrected })]
}

function whoText({ limit, without, asked }: Counted, t: Translate) {
  if (!leavesTeam(limit)) return t('leftOutInside')
  if (isNarrowed(asked)) return t('leftOutPart')
  return without === null ? t('leftOutFew') : t('leftOut', { n: without })
}
