'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { assignAction } from '../actions'

type Props = { caseId: string; version: number; ownerId: string; members: readonly { userId: string; name: string }[] }

export function AssignForm({ caseId, version, ownerId, members }: Props) {
  const t = useTranslations('casePage')
  const { casePage } = useMessages()
  return (
    <CommandForm
      action={assignAction}
      labels={casePage.field}
      submit={t('assignSubmit')}
      hidden={{ caseId, 'version:int': version }}
      keeps
    >
      <FormSelect
        name="ownerId"
        defaultValue={ownerId}
        options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
    </CommandForm>
  )
}
