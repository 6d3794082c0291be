'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { type ConsentPurpose, consentChannels } from '@/db/vocabulary'
import { giveConsentAction, withdrawConsentAction } from './actions'

type Props = { clientId: string; purpose: ConsentPurpose }

export function GiveConsent({ clientId, purpose }: Props) {
  const t = useTranslations('people')
  const { people, debts } = useMessages()
  const channels = consentChannels.map((channel) => ({ value: channel, label: people.consentChannel[channel] }))
  return (
    <CommandForm
      action={giveConsentAction}
      labels={people.field}
      submit={t('give')}
      look="secondary"
      hidden={{ clientId, purpose }}
      className="flex flex-wrap items-end gap-2"
    >
      <FormSelect name="channel" required options={[{ value: '', label: debts.choose }, ...channels]} />
    </CommandForm>
  )
}

export function WithdrawConsent({ clientId, purpose }: Props) {
  const t = useTranslations('people')
  const { people } = useMessages()
  return (
    <CommandForm
      action={withdrawConsentAction}
      labels={people.field}
      submit={t('withdraw')}
      look="secondary"
      hidden={{ clientId, purpose }}
    />
  )
}
