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
  const { people, words } = useMessages()
  const types = organisationTypes.map((type) => ({ value: type, label: words.organisationType[type] }))
  return (
    <CommandForm action={setUpAction} labels={people.field} submit={t('create')} quiet keeps>
      <FormText name="organisation" label={t('organisation')} required autoComplete="organization" />
      <FormSelect name="type" label={t('organisationType')} options={types} defaultValue="CHARITY" />
      <FormText name="name" label={t('yourName')} required autoComplete="name" />
      <FormText name="email" type="email" required autoComplete="username" />
      <FormSelect name="locale" label={t('locale')} options={languages} defaultValue={useLocale()} />
      <FormText
        name="password"
        type="password"
        label={t('password')}
        hint={t('passwordHint')}
        required
        autoComplete="new-password"
        maxLength={128}
      />
    </CommandForm>
  )
}
