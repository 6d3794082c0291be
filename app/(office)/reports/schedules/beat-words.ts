import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { Rhythm } from '@/db/vocabulary-jobs'

const weekday = z.enum(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'])

/** When a report is made, as people say it. */
export async function beatWords(): Promise<(beat: { rhythm: Rhythm; day: number }) => string> {
  const t = await getTranslations('reportSchedules')
  const said: Record<Rhythm, (day: number) => string> = {
    DAILY: () => t('daily'),
    WEEKLY: (day) => t('weekly', { day: t(`weekday.${weekday.parse(`d${day}`)}`) }),
    MONTHLY: (day) => (day === 31 ? t('lastDay') : t('monthly', { day })),
  }
  return ({ rhythm, day }) => said[rhythm](day)
}
