import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/field'
import { accessKinds } from '@/db/vocabulary'

export async function Filters({ kind }: { kind: string | undefined }) {
  const t = await getTranslations('auditPages')
  const kinds = accessKinds.map((value) => ({ value, label: t(`accessKind.${value}`) }))
  return (
    <form method="get" aria-label={t('filters')} className="flex flex-wrap items-end gap-3">
      <SelectField name="kind" label={t('kind')} defaultValue={kind} options={[{ value: '', label: t('all') }, ...kinds]} />
      <Button type="submit">{t('apply')}</Button>
      {kind !== undefined && (
        <ButtonLink look="quiet" href="/settings/access">
          {t('clear')}
        </ButtonLink>
      )}
    </form>
  )
}
