'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import type { ImportField } from '@/lib/imports/columns'

type Props = { lacks: readonly ImportField[]; isBusy: boolean; progress: string; onPress: () => void }

/** Goes on once every field that a row cannot do without has a column or a value for all. */
export function CheckButton({ lacks, isBusy, progress, onPress }: Props) {
  const t = useTranslations('imports')
  return (
    <div className="grid gap-1">
      {lacks.map((field) => (
        <p key={field} className="text-dense text-wait">
          {t('missing', { field: t(`field.${field}`) })}
        </p>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={isBusy || lacks.length > 0} onClick={onPress}>
          {t('check')}
        </Button>
        <output className="text-dense text-muted">{progress}</output>
      </div>
    </div>
  )
}
