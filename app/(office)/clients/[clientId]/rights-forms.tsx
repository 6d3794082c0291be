'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect, FormText } from '@/app/_parts/form/fields'
import { answerRightAction, eraseClientAction, placeHoldAction, proposeErasureAction, releaseHoldAction } from './actions'

export function AnswerForm({ requestId, isDeletion }: { requestId: string; isDeletion: boolean }) {
  const t = useTranslations('rights')
  const { rights } = useMessages()
  const results = isDeletion ? (['REFUSED'] as const) : (['DONE', 'REFUSED'] as const)
  return (
    <CommandForm
      action={answerRightAction}
      labels={rights.field}
      submit={t('office.answerTitle')}
      look="secondary"
      hidden={{ requestId }}
    >
      <FormSelect name="status" required options={results.map((value) => ({ value, label: rights.result[value] }))} />
      <FormArea name="answer" required maxLength={1000} />
    </CommandForm>
  )
}

export function ProposeForm({ requestId }: { requestId: string }) {
  const t = useTranslations('rights')
  return (
    <CommandForm action={proposeErasureAction} labels={{}} submit={t('office.propose')} look="secondary" hidden={{ requestId }} />
  )
}

export function EraseForm({ requestId }: { requestId: string }) {
  const t = useTranslations('rights')
  return (
    <CommandForm action={eraseClientAction} labels={{}} submit={t('office.erase')} look="secondary" hidden={{ requestId }}>
      <p className="text-dense text-bad">{t('office.eraseNote')}</p>
    </CommandForm>
  )
}

export function PlaceHold({ clientId }: { clientId: string }) {
  const t = useTranslations('rights')
  const { rights } = useMessages()
  return (
    <CommandForm
      action={placeHoldAction}
      labels={rights.field}
      submit={t('office.place')}
      look="secondary"
      hidden={{ clientId }}
      className="flex flex-wrap items-end gap-2"
    >
      <FormText name="reason" required maxLength={500} autoComplete="off" />
    </CommandForm>
  )
}

export function ReleaseHold({ holdId }: { holdId: string }) {
  const t = useTranslations('rights')
  return <CommandForm action={releaseHoldAction} labels={{}} submit={t('office.release')} look="secondary" hidden={{ holdId }} />
}
