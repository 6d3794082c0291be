import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { preparedInput } from '@/lib/reports/prepared.report'

/** What a job was asked to make: the report, the kind of file, the period. */
export async function jobWords(): Promise<(spec: unknown) => string> {
  const [t, reports, civil] = [await getTranslations('jobs'), await getTranslations('reports'), civilDates(await getLocale())]
  return (spec) => {
    const asked = preparedInput.safeParse(spec).data
    if (asked === undefined) return t('what')
    const { report, format, from, to } = asked
    const hasPeriod = from !== null || to !== null
    const period = t('period', { from: civil.inText(from), to: to === null ? t('open') : civil.inText(to) })
    return [reports(`name.${report}`), t(`format.${format}`), ...(hasPeriod ? [period] : [])].join(' · ')
  }
}
