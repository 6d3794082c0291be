import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField, TextField } from '@/app/_ui/field'
import { commandRoles } from '@/lib/core/permissions'
import { deedWords } from '../deed-word'

type Props = { wanted: { number: string | undefined; command: string | undefined } }

/** By case or by what was done; the filters are the address. */
export async function Filters({ wanted }: Props) {
  const [t, deed] = [await getTranslations('auditPages'), await deedWords()]
  const commands = Object.keys(commandRoles).map((name) => ({ value: name, label: deed(name) }))
  return (
    <form method="get" aria-label={t('filters')} className="flex flex-wrap items-end gap-3">
      <TextField name="number" label={t('number')} defaultValue={wanted.number} placeholder="XS-0001" maxLength={20} />
      <SelectField
        name="command"
        label={t('command')}
        defaultValue={wanted.command}
        options={[{ value: '', label: t('all') }, ...commands]}
      />
      <Button type="submit">{t('apply')}</Button>
      {(wanted.number ?? wanted.command) !== undefined && (
        <ButtonLink look="quiet" href="/settings/audit">
          {t('clear')}
        </ButtonLink>
      )}
    </form>
  )
}
