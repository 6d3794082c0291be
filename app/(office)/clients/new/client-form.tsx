'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import { useFormField } from '@/app/_parts/form/form-context'
import { consentChannels } from '@/db/vocabulary'
import { createClientAction } from './actions'
import { carried } from './looked-for'

const idTypes = ['RESIDENT_ID', 'PASSPORT', 'HMT_PERMIT', 'OTHER'] as const

/** What is known of somebody new. Only the name is needed; consent can be recorded in the same breath, never by default. */
export function ClientForm({ typed }: { typed: Record<string, string> }) {
  const t = useTranslations('people')
  const { people } = useMessages()
  const channels = consentChannels.map((channel) => ({ value: channel, label: people.consentChannel[channel] }))
  return (
    <CommandForm
      action={createClientAction}
      labels={{ ...people.field, _sure: t('sure') }}
      submit={t('create')}
      hidden={carried(typed)}
      draft="client.new"
      quiet
      keeps
    >
      <NobodyOfThem />
      <FormText name="name" required autoComplete="off" defaultValue={typed['name']} maxLength={200} />
      <FormText name="preferredName" isOptional autoComplete="off" maxLength={50} />
      <FormText name="phone" type="tel" isOptional autoComplete="off" defaultValue={typed['phone']} maxLength={60} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="idType"
          defaultValue="RESIDENT_ID"
          options={idTypes.map((type) => ({ value: type, label: people.idTypeName[type] }))}
        />
        <FormText name="idNumber" isOptional autoComplete="off" defaultValue={typed['idNumber']} maxLength={60} />
      </div>
      <FormText name="dependants:int" isOptional inputMode="numeric" autoComplete="off" maxLength={2} />
      <FormText name="employment" isOptional autoComplete="off" maxLength={100} />
      <FormText name="safeContact" isOptional autoComplete="off" maxLength={200} />
      <FormSelect
        name="processingConsent"
        hint={t('consentWhat.PROCESSING')}
        options={[{ value: '', label: t('consentNotYet') }, ...channels]}
      />
    </CommandForm>
  )
}

/** Comes up when somebody else has the same name or number; ticked, it stays. */
function NobodyOfThem() {
  const { error } = useFormField('_sure')
  const isTicked = useFormField('_sure:yes').typed === 'yes'
  return error === undefined && !isTicked ? null : <FormCheck name="_sure" />
}
