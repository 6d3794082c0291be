import { getTranslations } from 'next-intl/server'
import { rules } from '@/lib/analysis/rules'
import type { AnalyticsView } from '@/lib/analytics/view'
import { area, byChance, odds, score } from './in-figures'
import { factorName, speakersHere } from './level-name'

type Method = NonNullable<AnalyticsView['method']>

/** One line of method for page and export: model, n, parameters, adjustment set, tests and their correction. */
export async function methodText(method: Method) {
  const t = await getTranslations('analytics')
  const { tested, onePerClient, quality } = method
  const clients = t(onePerClient ? 'methodClients.first' : 'methodClients.clustered')
  return `${await modelText(method)} ${t('methodOthers')} ${clients} ${t('methodTests', { tested, chance: byChance(tested) })}${quality === null ? '' : ` ${await qualityText(quality)}`}`
}

/** How well the model tells cases it had not seen; what it tells of its own is not shown, as it flatters. */
async function qualityText(quality: NonNullable<Method['quality']>) {
  const { auc, aucInterval, brier, plain, intercept, slope } = quality
  const [low, high] = quality.slopeInterval
  const t = await getTranslations('analytics')
  const figures = { auc: area(auc, aucInterval), brier: score(brier), plain: score(plain), intercept: odds(intercept) }
  const said = t('quality', { ...figures, slope: odds(slope), low: odds(low), high: odds(high) })
  return brier >= plain ? `${said} ${t('noBetter')}` : said
}

/** The model; without the number of its cases where that would tell how few have something not recorded. */
async function modelText({ model, n, parameters, eventsPerParameter, adjustedFor }: Method) {
  const [t, own, speakers] = [await getTranslations('analytics'), await getTranslations('analyticsReport'), await speakersHere()]
  const factors = adjustedFor.map((column) => factorName(column, speakers)).join(t('comma'))
  const least = model === 'ml' ? rules.eventsPerParameterForMl : rules.eventsPerParameter
  if (n === null) return own(`modelOfFew.${model}`, { parameters, least, factors })
  return t(`methodModel.${model}`, { n, parameters, perParameter: (eventsPerParameter ?? 0).toFixed(1), factors })
}
