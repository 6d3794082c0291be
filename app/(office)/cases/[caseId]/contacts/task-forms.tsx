'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormText } from '@/app/_parts/form/fields'
import { addTaskAction, completeTaskAction } from './actions'

export function AddTask({ caseId }: { caseId: string }) {
  const t = useTranslations('contacts')
  const { contacts } = useMessages()
  return (
    <CommandForm action={addTaskAction} labels={contacts.field} submit={t('addTaskSubmit')} hidden={{ caseId }}>
      <FormText name="title" required maxLength={200} autoComplete="off" />
      <FormText name="dueOn" type="date" isOptional />
    </CommandForm>
  )
}

export function CompleteTask({ taskId }: { taskId: string }) {
  const t = useTranslations('contacts')
  const { contacts } = useMessages()
  return (
    <CommandForm action={completeTaskAction} labels={contacts.field} submit={t('done')} look="secondary" hidden={{ taskId }} />
  )
}
