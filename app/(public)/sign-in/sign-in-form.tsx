'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormText } from '@/app/_parts/form/fields'
import { dropDrafts } from '@/app/_ui/drafts'
import { signInAction } from './actions'

/** E-mail and password. Works before and without scripts: the action answers with the same page. */
export function SignInForm({ email = '', back }: { email?: string | undefined; back: string }) {
  const t = useTranslations('signIn')
  useEffect(() => dropDrafts(), [])
  const labels = { email: t('email'), password: t('password') }
  return (
    <CommandForm action={signInAction} labels={labels} hidden={{ back }} submit={t('submit')} className="grid gap-4" quiet keeps>
      <FormText name="email" type="email" autoComplete="username" required defaultValue={email} />
      <FormText name="password" type="password" autoComplete="current-password" required maxLength={128} />
    </CommandForm>
  )
}
