'use client'
import { useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { handleCircumstanceAction } from './actions'

export function HandleForm({ circumstanceId }: { circumstanceId: string }) {
  const t = useTranslations('budget')
  return (
    <CommandForm
      action={handleCircumstanceAction}
      labels={{}}
      submit={t('cannot.handled')}
      look="secondary"
      hidden={{ circumstanceId }}
    />
  )
}
