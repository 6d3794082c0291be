import { getLocale, getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField, TextField } from '@/app/_ui/field'
import { isBackwards } from '@/lib/analytics/filter'
import { nameIn } from '@/lib/creditors/names'
import type { Chosen } from './asked'

type Props = {
  id: string
  chosen: Chosen
  hasPeriod: boolean
  creditors: readonly { id: string; shortName: string }[]
  teams: readonly { id: string; name: string }[]
}

/** The filters are the address: a link to this page shows the same figures. */
export async function Filters({ id, chosen, hasPeriod, creditors, teams }: Props) {
  const [t, locale] = [await getTranslations('reports'), await getLocale()]
  const faults = await getTranslations('faults')
  const error = isBackwards(chosen) ? faults('of', { field: t('to'), fault: faults('before_start') }) : undefined
  const all = { value: '', label: t('all') }
  return (
    <form method="get" aria-label={t('filters')} className="flex flex-wrap items-end gap-3 no-print">
      <SelectField
        name="creditor"
        label={t('creditor')}
        defaultValue={chosen.creditor}
        options={[all, ...creditors.map(({ id: value, shortName }) => ({ value, label: nameIn(locale, shortName) }))]}
      />
      {teams.length > 0 && (
        <SelectField
          name="team"
          label={t('team')}
          defaultValue={chosen.team}
          options={[all, ...teams.map(({ id: value, name }) => ({ value, label: name }))]}
        />
      )}
      {hasPeriod && <TextField name="from" type="date" label={t('from')} defaultValue={chosen.from} />}
      {hasPeriod && <TextField name="to" type="date" label={t('to')} defaultValue={chosen.to} error={error} />}
      <Button type="submit">{t('apply')}</Button>
      {Object.values(chosen).some((value) => value !== undefined) && (
        <ButtonLink look="quiet" href={`/reports/${id}`}>
          {t('clear')}
        </ButtonLink>
      )}
    </form>
  )
}
