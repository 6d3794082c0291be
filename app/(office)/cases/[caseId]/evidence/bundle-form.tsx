'use client'
import { useMessages, useTranslations } from 'next-intl'
import { type TypeName, useTypeName } from '@/app/_parts/evidence-line'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect, FormText } from '@/app/_parts/form/fields'
import { FormTicks } from '@/app/_parts/form/ticks'
import { type ContactChannel, consentChannels } from '@/db/vocabulary'
import { sendBundleAction } from './actions'

type Props = {
  caseId: string
  recipient: string
  files: readonly { id: string; code: string; name: string; isSensitive: boolean }[]
  types: readonly TypeName[]
  needsSensitive: boolean
  addresses: readonly { id: string; channel: ContactChannel; value: string }[]
  contacts: readonly { id: string; text: string }[]
  versions: readonly { id: string; number: number }[]
}

/** Which documents go to whom, how and for what: exactly what a client has to agree to [PIPL 23]. */
export function BundleForm({ caseId, recipient, files, types, needsSensitive, addresses, contacts, versions }: Props) {
  const t = useTranslations('bundles')
  const { bundles, people, words } = useMessages()
  const nameOf = useTypeName(types)
  return (
    <CommandForm action={sendBundleAction} labels={bundles.field} submit={t('sendSubmit')} hidden={{ caseId }}>
      <p className="text-dense text-ink-2">{t('tells', { recipient })}</p>
      <FormTicks
        name="evidenceIds"
        options={files.map(({ id, code, name, isSensitive }) => ({
          value: id,
          label: [nameOf(code), name, isSensitive && t('sensitive')].filter(Boolean).join(' · '),
        }))}
        {...(needsSensitive && { hint: t('sensitiveMissing') })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name="creditorContactId"
          options={addresses.map(({ id, channel, value }) => ({ value: id, label: `${words.channel[channel]} ${value}` }))}
        />
        <FormText name="purpose" required maxLength={200} defaultValue={t('purposeText')} />
        <FormSelect
          name="truth"
          options={[
            { value: '', label: '—' },
            ...consentChannels.map((channel) => ({ value: channel, label: people.consentChannel[channel] })),
          ]}
        />
        <FormText name="proof" isOptional maxLength={500} autoComplete="off" />
        <FormSelect
          name="contactId"
          isOptional
          options={[{ value: '', label: t('noContactChosen') }, ...contacts.map(({ id, text }) => ({ value: id, label: text }))]}
        />
        <FormSelect
          name="versionId"
          isOptional
          options={[
            { value: '', label: t('noVersion') },
            ...versions.map(({ id, number }) => ({ value: id, label: t('withVersion', { number }) })),
          ]}
        />
      </div>
    </CommandForm>
  )
}
