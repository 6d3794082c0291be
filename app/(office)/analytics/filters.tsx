import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField, TextField } from '@/app/_ui/field'
import { hardshipTypes } from '@/db/vocabulary'
import type { Filter } from './asked'

type Props = { chosen: Filter; products: { id: string; brand: string }[] }

/** The filters are the address: a link to this page shows the same figures. */
export async function Filters({ chosen, products }: Props) {
  const [t, words] = [await getTranslations('analytics'), await getTranslations('words')]
  const all = { value: '', label: t('all') }
  const isFiltered = Object.values(chosen).some((value) => value !== undefined)
  return (
    <form method="get" aria-label={t('filters')} className="flex flex-wrap items-end gap-3 no-print">
      <SelectField
        name="product"
        label={t('product')}
        defaultValue={chosen.product}
        options={[all, ...products.map(({ id, brand }) => ({ value: id, label: brand }))]}
      />
      <SelectField
        name="hardship"
        label={t('hardship')}
        defaultValue={chosen.hardship}
        options={[all, ...hardshipTypes.map((type) => ({ value: type, label: words(`hardship.${type}`) }))]}
      />
      <TextField name="from" type="date" label={t('from')} defaultValue={chosen.from} />
      <TextField name="to" type="date" label={t('to')} defaultValue={chosen.to} />
      <Button type="submit">{t('apply')}</Button>
      {isFiltered && (
        <ButtonLink look="quiet" href="/analytics">
          {t('clear')}
        </ButtonLink>
      )}
    </form>
  )
}
