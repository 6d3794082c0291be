'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { organisationTypes } from '@/db/vocabulary'
import type { getOrganisation } from '@/lib/organisation/queries'
import { updateOrganisationAction } from '../actions'

type Office = Awaited<ReturnType<typeof getOrganisation>>

/** What clients read and dial, and the rules of the office. */
export function OfficeForm({ office: { rules, ...office } }: { office: Office }) {
  const t = useTranslations('settings')
  const { settings, words } = useMessages()
  const types = organisationTypes.map((value) => ({ value, label: words.organisationType[value] }))
  const languages = [
    { value: 'zh-CN', label: t('zhCN') },
    { value: 'en', label: t('en') },
  ]
  const {
    organisation: name,
    kind: type,
    language: locale,
    phone,
    feePolicy,
    supervisorChecks,
    breachDays,
    noResponseDays,
  } = settings
  const labels = { name, type, locale, phone, feePolicy, supervisorChecks, breachDays, noResponseDays }
  return (
    <CommandForm action={updateOrganisationAction} labels={labels} submit={t('saveOffice')} keeps>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="name" required maxLength={80} defaultValue={office.name} />
        <FormSelect name="type" options={types} defaultValue={office.type} />
        <FormText name="phone:blank" type="tel" isOptional maxLength={40} hint={t('phoneHint')} defaultValue={office.phone} />
        <FormSelect name="locale" options={languages} defaultValue={office.locale} />
      </div>
      <FormText name="feePolicy:blank" isOptional maxLength={200} hint={t('feeHint')} defaultValue={office.feePolicy} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="breachDays:int" inputMode="numeric" required maxLength={3} defaultValue={rules.breachDays} />
        <FormText name="noResponseDays:int" inputMode="numeric" required maxLength={3} defaultValue={rules.noResponseDays} />
      </div>
      <FormCheck name="supervisorChecks" defaultChecked={rules.supervisorChecks} />
    </CommandForm>
  )
}
