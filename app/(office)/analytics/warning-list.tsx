import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'
import { warningTexts } from './warning-text'

/** What the statistics have to say beside the verdicts, which cannot be read without it; folded away where it is very much. */
export async function WarningList({ warnings }: Pick<AnalyticsView, 'warnings'>) {
  const [t, said] = [await getTranslations('analytics'), await warningTexts(warnings)]
  if (said.length === 0) return null
  return (
    <details className="print-open text-dense" open={said.length <= 20}>
      <summary className="cursor-pointer font-semibold">{t('warnings', { n: said.length })}</summary>
      <ul className="mt-2 list-disc ps-5 text-ink-2">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
