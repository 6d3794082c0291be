import { getLocale } from 'next-intl/server'
import type { Locale } from '@/db/vocabulary'
import { fill } from '@/lib/analysis/warnings'
import { stratumColumn } from '@/lib/analytics/sheet'
import type { AnalyticsView } from '@/lib/analytics/view'
import { messages } from '@/lib/i18n/catalogue'
import { factorName, levelName, type Speakers, speakersHere } from './level-name'

type Warning = AnalyticsView['warnings'][number]

/** What the statistics have to say about single factors and the model, in the words of the page. */
export async function warningTexts(warnings: readonly Warning[]): Promise<string[]> {
  const [speakers, locale] = [await speakersHere(), await getLocale()]
  return warnings.map(({ values }) => fill(sentenceOf(values, locale), named(values, speakers)))
}

const sentenceOf = (values: Warning['values'], locale: Locale): string =>
  Object.entries(messages[locale].analysis.warnings).find(([name]) => name === values['key'])?.[1] ?? ''

/** Codes as names: the factor, its level, and what was stratified or adjusted by. */
function named(values: Warning['values'], speakers: Speakers): Record<string, string> {
  const { column = '', level, by, other, cluster } = values
  const name = (code: string) => (code === stratumColumn ? speakers.t('stratum') : factorName(code, speakers))
  const bodies: Record<string, string> = { stratum: speakers.t('stratum'), client: speakers.t('client') }
  // What bends is named, however many they are; of what a model adjusts for there are as many as it has factors.
  const ofSeveral = (codes: string) =>
    codes.includes(', ') && !byName.has(values['key'] ?? '')
      ? speakers.t('modelOthers')
      : codes.split(', ').map(name).join(speakers.t('comma'))
  return {
    ...values,
    ...(cluster === undefined ? {} : { cluster: bodies[cluster] ?? cluster }),
    ...(column === '' ? {} : { column: name(column) }),
    ...(other === undefined ? {} : { other: name(other) }),
    ...(level === undefined ? {} : { level: levelName(column, level, speakers) }),
    ...(by === undefined ? {} : { by: ofSeveral(by) }),
  }
}

const byName: ReadonlySet<string> = new Set(['confounded_bands', 'bands_not_looked', 'levels_not_looked'])
