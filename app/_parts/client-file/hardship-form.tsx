'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormMoney, FormSelect, FormText } from '@/app/_parts/form/fields'
import { hardshipTypes } from '@/db/vocabulary'
import { recordHardshipAction } from './actions'

export function HardshipForm({ clientId }: { clientId: string }) {
  const t = useTranslations('people')
  const { people, words, debts } = useMessages()
  const types = hardshipTypes.map((type) => ({ value: type, label: words.hardship[type] }))
  return (
    <CommandForm action={recordHardshipAction} labels={people.field} submit={t('addHardship')} hidden={{ clientId }}>
      <FormSelect name="type" required options={[{ value: '', label: debts.choose }, ...types]} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="startedOn" type="date" required />
        <FormText name="expectedEndOn" type="date" isOptional />
      </div>
      <FormArea name="narrative" isOptional maxLength={4000} />
      <FormCheck name="tellsHealth" />
      <FormMoney name="incomeBefore" isOptional />
      <FormCheck name="incomeVerified" />
      <FormCheck name="isPrimary" defaultChecked />
    </CommandForm>
  )
}
