import { getTranslations } from 'next-intl/server'
import { catalogueVersion } from '@/lib/factors/catalogue'
import { countsText } from '../counts-text'
import { leftOutText } from '../left-out-text'
import { methodText } from '../method-text'
import { warningTexts } from '../warning-text'
import { filterText, type Named, periodText } from './filter-text'
import type { Shown } from './paper'

type Made = { made: Date; madeBy: string; creditors: Named['creditors'] }

/** Where the figures of a table come from, as lines of their own. */
export async function notes(view: Shown, { made, madeBy, creditors }: Made): Promise<[string, string][]> {
  const [t, own] = [await getTranslations('analytics'), await getTranslations('analyticsReport')]
  const said = await warningTexts(view.warnings)
  return [
    [t('notes.howToRead'), t('caveat')],
    [t('notes.filter'), await filterText(view.asked, { creditors, teams: view.teams })],
    [own('period'), await periodText(view.asked)],
    [t('notes.funnel'), await countsText(view)],
    [t('notes.unit'), `${t('unit')} ${await leftOutText(view)}`],
    [t('notes.small'), t('small', { limit: view.limit })],
    [own('rounded'), own('roundedText')],
    [t('notes.catalogue'), t('catalogueVersion', { version: catalogueVersion })],
    [
      t('notes.method'),
      `${t('method', { version: catalogueVersion })} ${view.method === null ? '' : await methodText(view.method)}`,
    ],
    // A verdict is not to be read without what the statistics have to say beside it.
    ...said.map((sentence): [string, string] => [t('warnings', { n: said.length }), sentence]),
    [t('notes.rows'), t('notes.rowsText', { n: view.data.rows.length, hash: view.data.hash })],
    [t('notes.madeAt'), made.toISOString()],
    [t('notes.madeBy'), madeBy],
  ]
}
