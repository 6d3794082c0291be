import { getLocale } from 'next-intl/server'
import { fill } from '@/lib/analysis/warnings'
import type { AnalyticsView } from '@/lib/analytics/view'
import { messages } from '@/lib/i18n/catalogue'
import { factorName, levelName, type Speakers, speakersHere } from './level-name'

type Warning = AnalyticsView['warnings'][number]

/** What the statistics have to say about single factors and the model, in the words of the page. */
export async function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const [speakers, locale] = [await speakersHere(), await getLocale()]
  const sentences = Object.entries(messages[locale].analysis.warnings)
  const said = warnings.map(({ values }) => {
    const sentence = sentences.find(([key]) => key === values['key'])?.[1] ?? ''
    return fill(sentence, named(values, speakers))
  })
  if (said.length === 0) return null
  return (
    <details className="text-dense" open={said.length <= 4}>
      <summary className="cursor-pointer font-semibold">{speakers.t('warnings', { n: said.length })}</summary>
      <ul className="mt-2 list-disc ps-5 text-ink-2">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

/** Codes as names: the factor, its level, and what was stratified or adjusted by. */
function named(values: Warning['values'], speakers: Speakers): Record<string, string> {
  const { column = '', level, by, other } = values
  const name = (code: string) => (code === 'stratum' ? speakers.t('stratum') : factorName(code, speakers))
  return {
    ...values,
    ...(column === '' ? {} : { column: name(column) }),
    ...(other === undefined ? {} : { other: name(other) }),
    ...(level === undefined ? {} : { level: levelName(column, level, speakers) }),
    ...(by === undefined ? {} : { by: by.includes(', ') ? speakers.t('modelOthers') : name(by) }),
  }
}
