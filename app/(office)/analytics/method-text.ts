import { getTranslations } from 'next-intl/server'
import type { AnalyticsView } from '@/lib/analytics/view'
import { byChance } from './in-figures'
import { factorName, speakersHere } from './level-name'

type Method = NonNullable<AnalyticsView['method']>

/** One line of method for page and export: model, n, parameters, adjustment set, tests and their correction. */
export async function methodText({ model, n, parameters, eventsPerParameter, adjustedFor, tested, onePerClient }: Method) {
  const [t, speakers] = [await getTranslations('analytics'), await speakersHere()]
  const perParameter = (eventsPerParameter ?? 0).toFixed(1)
  const factors = adjustedFor.map((column) => factorName(column, speakers)).join(t('comma'))
  const adjusted = t(`methodModel.${model}`, { n, parameters, perParameter, factors })
  const clients = t(onePerClient ? 'methodClients.first' : 'methodClients.clustered')
  return `${adjusted} ${t('methodOthers')} ${clients} ${t('methodTests', { tested, chance: byChance(tested) })}`
}
