'use client'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { dropDrafts } from '@/app/_ui/drafts'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { TextField } from '@/app/_ui/field'
import { type SignInState, signInAction } from './actions'

/** E-mail and password. Works before and without scripts: the action answers with the same page. */
export function SignInForm({ email = '' }: { email?: string }) {
  const [t, refusals] = [useTranslations('signIn'), useTranslations('refusals')]
  const [state, action, isPending] = useActionState<SignInState, FormData>(signInAction, { email })
  useEffect(() => dropDrafts(), [])
  const emailError = state.code === 'emailInvalid' ? t('emailInvalid') : undefined
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary title={t('failed')} errors={{ email: messageOf(state) }} />
      <TextField
        key={state.email}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        required
        defaultValue={state.email}
        error={emailError}
      />
      <TextField name="password" type="password" label={t('password')} autoComplete="current-password" required maxLength={128} />
      <Button type="submit" look="primary" disabled={isPending} className="min-h-11">
        {t('submit')}
      </Button>
    </form>
  )

  function messageOf({ code, seconds = 60 }: SignInState) {
    if (code === undefined) return undefined
    if (code === 'emailInvalid') return t('emailInvalid')
    return code === 'too_many' ? refusals('too_many', { seconds }) : refusals('wrong_credentials')
  }
}
