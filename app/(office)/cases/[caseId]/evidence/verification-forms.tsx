'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect, FormText } from '@/app/_parts/form/fields'
import { contactChannels } from '@/db/vocabulary'
import { answerVerificationAction, recordVerificationAction } from './actions'

export function RecordVerification({ caseId, today }: { caseId: string; today: string }) {
  const t = useTranslations('verifications')
  const { verifications, words } = useMessages()
  return (
    <CommandForm action={recordVerificationAction} labels={verifications.field} submit={t('recordSubmit')} hidden={{ caseId }}>
      <FormText name="asked" required maxLength={300} />
      <div className="grid gap-3 sm:grid-cols-3">
        <FormText name="askedOn" type="date" required defaultValue={today} max={today} />
        <FormSelect
          name="channel"
          defaultValue="PHONE"
          options={contactChannels.map((code) => ({ value: code, label: words.channel[code] }))}
        />
        <FormText name="deadline" type="date" isOptional />
      </div>
    </CommandForm>
  )
}

type Answer = { verificationId: string; version: number; today: string; bundles: readonly { id: string; number: number }[] }

export function AnswerVerification({ verificationId, version, today, bundles }: Answer) {
  const t = useTranslations('verifications')
  const nameOf = useTranslations('bundles')
  const { verifications } = useMessages()
  return (
    <CommandForm
      action={answerVerificationAction}
      labels={verifications.field}
      submit={t('answerSubmit')}
      hidden={{ verificationId, 'version:int': version }}
    >
      <FormArea name="answer" required maxLength={1000} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormText name="answeredOn" type="date" required defaultValue={today} max={today} />
        <FormSelect
          name="bundleId"
          isOptional
          options={[
            { value: '', label: t('noBundle') },
            ...bundles.map(({ id, number }) => ({ value: id, label: nameOf('number', { number }) })),
          ]}
        />
      </div>
    </CommandForm>
  )
}
