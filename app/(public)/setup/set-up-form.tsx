'use client'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { organisationTypes } from '@/db/vocabulary'
import { setUpAction } from './actions'

const languages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
]

export function SetUpForm() {
  const t = useTranslations('signIn')
  const { words } = useMessages()
  const labels = {
    organisation: t('organisation'),
    type: t('organisationType'),
    name: t('yourName'),
    email: t('email'),
    locale: t('locale'),
    password: t('password'),
  }
  const types = organisationTypes.map((type) => ({ value: type, label: words.organisationType[type] }))
  return (
    <CommandForm action={setUpAction} labels={labels} submit={t('create')} quiet keeps>
      <FormText name="organisation" required autoComplete="organization" />
      <FormSelect name="type" options={types} defaultValue="CHARITY" />
      <FormText name="name" required autoComplete="name" />
      <FormText name="email" type="email" required autoComplete="username" />
      <FormSelect name="locale" options={languages} defaultValue={useLocale()} />
      <FormText name="password" type="password" hint={t('passwordHint')} required autoComplete="new-password" maxLength={128} />
    </CommandForm>
  )
}
