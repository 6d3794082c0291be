'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormText } from '@/app/_parts/form/fields'
import { updateEvidenceTypeAction } from './actions'

type Type = { code: string; nameZh: string; nameEn: string; isActive: boolean; validMonths: number | null }

/** The names of a kind of evidence, whether it is used, and how long such a paper holds. */
export function TypeForm({ type }: { type: Type }) {
  const t = useTranslations('checklists')
  const { checklists } = useMessages()
  return (
    <CommandForm
      action={updateEvidenceTypeAction}
      labels={checklists.field}
      submit={t('saveType')}
      hidden={{ code: type.code }}
      className="grid min-w-[14em] gap-2"
      keeps
    >
      <FormText name="nameZh" required maxLength={40} defaultValue={type.nameZh} />
      <FormText name="nameEn" required maxLength={60} defaultValue={type.nameEn} />
      <FormText
        name="validMonths:int"
        inputMode="numeric"
        isOptional
        maxLength={3}
        hint={t('validHint')}
        defaultValue={type.validMonths}
      />
      <FormCheck name="isActive" defaultChecked={type.isActive} />
    </CommandForm>
  )
}
