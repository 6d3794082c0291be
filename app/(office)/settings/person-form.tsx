'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { roles } from '@/db/vocabulary'
import { createUserAction } from './actions'

/** An account with its roles; one for a client or delegate names whose. */
export function PersonForm({ clientId }: { clientId: string | undefined }) {
  const t = useTranslations('settings')
  const { settings, words } = useMessages()
  const languages = [
    { value: '', label: t('ownLanguage') },
    { value: 'zh-CN', label: t('zhCN') },
    { value: 'en', label: t('en') },
  ]
  return (
    <CommandForm action={createUserAction} labels={settings.field} submit={t('addPerson')} className="grid max-w-[720px] gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="name" required autoComplete="off" maxLength={50} />
        <FormText name="email" type="email" required autoComplete="off" maxLength={254} />
        <FormText name="password" type="password" required autoComplete="new-password" hint={t('passwordHint')} maxLength={128} />
        <FormSelect name="locale" isOptional options={languages} />
      </div>
      <FormTicks name="roles" hint={t('rolesHint')} options={roles.map((role) => ({ value: role, label: words.role[role] }))} />
      <FormText name="clientId" isOptional autoComplete="off" hint={t('clientHint')} defaultValue={clientId} maxLength={200} />
    </CommandForm>
  )
}
