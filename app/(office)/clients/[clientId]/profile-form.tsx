'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormCheck, FormSelect, FormText } from '@/app/_parts/form/fields'
import type { ClientView } from '@/lib/clients/view'
import { updateClientAction } from './actions'

const idTypes = ['RESIDENT_ID', 'PASSPORT', 'HMT_PERMIT', 'OTHER'] as const

/** Changes what is filled in. Masked values are not loaded: left empty they stay as they are. */
export function ProfileForm({ client }: { client: ClientView }) {
  const t = useTranslations('people')
  const { people } = useMessages()
  const keep = { autoComplete: 'off', isOptional: true } as const
  return (
    <CommandForm
      action={updateClientAction}
      labels={people.field}
      submit={t('saveChanges')}
      hidden={{ clientId: client.id, 'version:int': client.version }}
      keeps
    >
      <p className="text-dense text-muted">{t('changeHint')}</p>
      <FormText name="name" {...keep} placeholder={client.maskedName} maxLength={200} />
      <FormText name="preferredName:blank" {...keep} defaultValue={client.preferredName} maxLength={50} />
      <FormText name="phone" type="tel" {...keep} placeholder={client.phone ?? ''} maxLength={60} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="idType"
          defaultValue={client.idType}
          options={idTypes.map((type) => ({ value: type, label: people.idTypeName[type] }))}
        />
        <div id="identity">
          <FormText name="idNumber" {...keep} placeholder={client.idNumber ?? ''} maxLength={60} />
        </div>
      </div>
      <FormText name="bankAccount" {...keep} placeholder={client.bankAccount ?? ''} maxLength={60} inputMode="numeric" />
      <FormText name="dependants:int" {...keep} defaultValue={client.dependants} inputMode="numeric" maxLength={2} />
      <FormText name="employment:blank" {...keep} defaultValue={client.employment} maxLength={100} />
      <FormText name="email" type="email" {...keep} placeholder={client.hasEmail ? '****' : ''} maxLength={200} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="contactFromHour:int" {...keep} defaultValue={client.contactFromHour} inputMode="numeric" maxLength={2} />
        <FormText name="contactToHour:int" {...keep} defaultValue={client.contactToHour} inputMode="numeric" maxLength={2} />
      </div>
      <FormText name="safeContact:blank" {...keep} defaultValue={client.safeContact} maxLength={200} />
      <FormText name="safePhrase" {...keep} maxLength={30} />
      <FormCheck name="hideAddress" defaultChecked={client.hideAddress} />
      <FormCheck name="needsCare" defaultChecked={client.needsCare} />
      <FormCheck name="quickExit" defaultChecked={client.quickExit} />
      {client.mayReadSensitive && (
        <FormArea name="vulnerability:blank" isOptional defaultValue={client.vulnerability} maxLength={2000} />
      )}
    </CommandForm>
  )
}
