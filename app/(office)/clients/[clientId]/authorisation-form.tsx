'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormText } from '@/app/_parts/form/fields'
import { recordAuthorisationAction, revokeAuthorisationAction } from './actions'

export function AuthorisationForm({ clientId, agent, today }: { clientId: string; agent: string; today: string }) {
  const t = useTranslations('people')
  const { people } = useMessages()
  return (
    <CommandForm action={recordAuthorisationAction} labels={people.field} submit={t('addAuthorisation')} hidden={{ clientId }}>
      <FormText name="agent" required defaultValue={agent} maxLength={100} />
      <FormArea name="matters" required maxLength={1000} />
      <div className="grid gap-3 sm:grid-cols-3">
        <FormText name="signedOn" type="date" required defaultValue={today} />
        <FormText name="validFrom" type="date" required defaultValue={today} />
        <FormText name="validTo" type="date" isOptional />
      </div>
    </CommandForm>
  )
}

export function RevokeForm({ authorisationId }: { authorisationId: string }) {
  const t = useTranslations('people')
  const { people } = useMessages()
  return (
    <CommandForm
      action={revokeAuthorisationAction}
      labels={people.field}
      submit={t('revoke')}
      look="secondary"
      hidden={{ authorisationId }}
    />
  )
}
