'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { closeRequestAction } from './actions'

type Props = { requestId: string; documents: readonly { value: string; label: string }[] }

/** A document came another way, or nobody needs it any more. */
export function CloseRequest({ requestId, documents }: Props) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  return (
    <CommandForm
      action={closeRequestAction}
      labels={evidence.field}
      submit={t('closeRequest')}
      hidden={{ requestId }}
      look="secondary"
    >
      <p className="text-dense text-muted">{t('closeRequestHint')}</p>
      <FormSelect
        name="answeredBy"
        options={[{ value: '', label: t('choose') }, ...documents, { value: 'none', label: t('notNeeded') }]}
      />
    </CommandForm>
  )
}
