import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { myConsents } from '@/lib/portal/consents.queries'
import { myHoldings } from '@/lib/rights/export.queries'
import { myRights } from '@/lib/rights/queries'
import type { Section, Summary } from '@/lib/rights/summary-paper'
import { dayInWords } from '../../../day-in-words'
import { namedIn, standingOf } from '../../consents/named'
import { lookWords } from '../look-words'

/** What we hold, what was agreed to, who looked and what was asked for, in the client's words. */
export async function summaryOf(actor: Actor): Promise<Summary> {
  const [t, locale] = [await getTranslations('rights'), await getLocale()]
  const [{ held, looks }, { requests }, told] = [await myHoldings(actor), await myRights(actor), await lookWords()]
  const on = (instant: string) => dayInWords(instant, locale, actor.timeZone)
  const sections: Section[] = [
    { heading: t('held'), rows: held.map(({ group, rows }) => [t(`group.${group}`), t('rows', { many: rows })]) },
    await consentSection(actor),
    { heading: t('looks'), rows: looks.map((look) => [told(look), on(look.at)]) },
    {
      heading: t('mine'),
      lines: requests.map(({ kind, askedAt }) => `${t(`kind.${kind}`)} · ${t('asked', { date: on(askedAt) })}`),
    },
  ]
  return { title: t('title'), lead: t('lead'), sections, ending: t('summaryEnding') }
}

async function consentSection(actor: Actor): Promise<Section> {
  const [t, { asked }] = [await getTranslations('consents'), await myConsents(actor)]
  const rows: [string, string][] = []
  for (const one of asked)
    rows.push([t(`purpose.${one.purpose}.title`, await namedIn(one)), await standingOf(one, actor.timeZone)])
  return { heading: t('title'), rows }
}
