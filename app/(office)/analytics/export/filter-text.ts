import { getLocale, getTranslations } from 'next-intl/server'
import type { AnalyticsFilter } from '@/lib/analytics/filter'
import { nameIn } from '@/lib/creditors/names'
import { speakersHere } from '../level-name'

/** What ids of a filter are called. */
export type Named = {
  creditors: readonly (Id & { shortName: string; products: readonly (Id & { brand: string })[] })[]
  teams: readonly (Id & { name: string })[]
}
type Id = { id: string }

/** A filter in words, without its period; that nothing is left out where it is empty. */
export async function filterText(asked: AnalyticsFilter, named: Named): Promise<string> {
  const [t, own, { words }] = [await getTranslations('analytics'), await getTranslations('analyticsReport'), await speakersHere()]
  const { creditor, product } = await creditorNames(asked, named)
  const chosen = [
    [t('creditor'), creditor],
    [t('product'), product],
    [t('team'), named.teams.find(({ id }) => id === asked.team)?.name],
    [t('hardship'), asked.hardship === null ? undefined : words(`hardship.${asked.hardship}`)],
    [t('round'), asked.round === null ? undefined : t(`rounds.${asked.round}`)],
    [t('origin'), asked.origin === null ? undefined : t(`origins.${asked.origin}`)],
  ] as const
  const said = chosen.flatMap(([what, value]) => (value === undefined ? [] : [own('chosen', { what, value })]))
  return said.join(own('between')) || t('all')
}

async function creditorNames({ creditor, product }: AnalyticsFilter, { creditors }: Named) {
  const locale = await getLocale()
  const one = creditors.find(({ id }) => id === creditor)
  const sold = creditors.flatMap(({ products }) => products).find(({ id }) => id === product)
  return {
    creditor: one && nameIn(locale, one.shortName),
    product: sold && nameIn(locale, sold.brand),
  }
}

/** The days of sending that count, as they were answered. */
export async function periodText({ from, to }: Pick<AnalyticsFilter, 'from' | 'to'>): Promise<string> {
  const own = await getTranslations('analyticsReport')
  return from === null && to === null ? own('noPeriod') : own('periodText', { from: from ?? '…', to: to ?? '…' })
}
