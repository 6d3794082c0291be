'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { hardshipTypes, sensitiveClasses } from '@/db/vocabulary'
import { addEvidenceTypeAction } from './actions'

/** A kind of evidence with its names in both languages, and the checklist it stands on. */
export function EvidenceTypeForm() {
  const t = useTranslations('settings')
  const { settings, words } = useMessages()
  const checklists = [
    { value: '', label: t('noChecklist') },
    { value: 'EVERY', label: t('everyCase') },
    ...hardshipTypes.map((value) => ({ value, label: words.hardship[value] })),
  ]
  return (
    <CommandForm action={addEvidenceTypeAction} labels={settings.field} submit={t('addEvidence')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="nameZh" required maxLength={40} autoComplete="off" />
        <FormText name="nameEn" required maxLength={60} autoComplete="off" />
        <FormText name="code" required maxLength={39} hint={t('codeHint')} autoComplete="off" autoCapitalize="characters" />
        <FormSelect name="sensitive" options={sensitiveClasses.map((value) => ({ value, label: words.sensitive[value] }))} />
        <FormSelect name="checklist.hardship" options={checklists} />
        <FormText name="checklist.months:int" inputMode="numeric" isOptional />
      </div>
      <FormCheck name="checklist.required" />
    </CommandForm>
  )
}
