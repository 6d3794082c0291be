import { getLocale, getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField, TextField } from '@/app/_ui/field'
import { hardshipTypes } from '@/db/vocabulary'
import { isBackwards, origins } from '@/lib/analytics/filter'
import { nameIn } from '@/lib/creditors/names'
import type { listCreditors } from '@/lib/creditors/queries'
import { type Filter, filterOf, hrefWith, type Plotted, viewOf } from './asked'

type Props = { chosen: Filter; ratio: Plotted; creditors: Creditors; teams: { id: string; name: string }[] }
export type Creditors = Awaited<ReturnType<typeof listCreditors>>['creditors']

const nothing = filterOf({})

/** The filters are the address: a link to this page shows the same figures. */
export async function Filters({ chosen, ratio, creditors, teams }: Props) {
  const [t, words, locale] = [await getTranslations('analytics'), await getTranslations('words'), await getLocale()]
  const faults = await getTranslations('faults')
  const error = isBackwards(chosen) ? faults('of', { field: t('to'), fault: faults('before_start') }) : undefined
  const all = { value: '', label: t('all') }
  const isFiltered = Object.values(chosen).some((value) => value !== undefined)
  const of = (name: 'creditor' | 'product' | 'team' | 'hardship', options: { value: string; label: string }[]) => (
    <SelectField name={name} label={t(name)} defaultValue={chosen[name]} options={[all, ...options]} />
  )
  const products = creditors.flatMap(({ shortName, products: own }) =>
    own.map(({ id, brand }) => ({ value: id, label: `${nameIn(locale, shortName)} · ${nameIn(locale, brand)}` })),
  )
  return (
    <form method="get" aria-label={t('filters')} className="flex flex-wrap items-end gap-3 no-print">
      {Object.entries(viewOf(ratio)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {of(
        'creditor',
        creditors.map(({ id, shortName }) => ({ value: id, label: nameIn(locale, shortName) })),
      )}
      {of('product', products)}
      {of(
        'hardship',
        hardshipTypes.map((type) => ({ value: type, label: words(`hardship.${type}`) })),
      )}
      {teams.length > 0 &&
        of(
          'team',
          teams.map(({ id, name }) => ({ value: id, label: name })),
        )}
      <SelectField
        name="round"
        label={t('round')}
        defaultValue={chosen.round}
        options={[
          { value: '', label: t('rounds.first') },
          { value: 'later', label: t('rounds.later') },
        ]}
      />
      <SelectField
        name="origin"
        label={t('origin')}
        defaultValue={chosen.origin}
        options={[all, ...origins.map((origin) => ({ value: origin, label: t(`origins.${origin}`) }))]}
      />
      <TextField name="from" type="date" label={t('from')} defaultValue={chosen.from} />
      <TextField name="to" type="date" label={t('to')} defaultValue={chosen.to} error={error} />
      <Button type="submit">{t('apply')}</Button>
      {isFiltered && (
        <ButtonLink look="quiet" href={hrefWith('/analytics', nothing, viewOf(ratio))}>
          {t('clear')}
        </ButtonLink>
      )}
    </form>
  )
}
