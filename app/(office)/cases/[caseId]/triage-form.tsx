'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { triageResults } from '@/db/vocabulary'
import { triageAction } from './actions'

/** Whether negotiating is the right way at all, and why. */
export function TriageForm({ caseId, version }: { caseId: string; version: number }) {
  const t = useTranslations('casePage')
  const { casePage, words, debts } = useMessages()
  return (
    <CommandForm
      action={triageAction}
      labels={casePage.field}
      submit={t('triageSubmit')}
      hidden={{ caseId, 'version:int': version }}
    >
      <FormSelect
        name="result"
        options={[
          { value: '', label: debts.choose },
          ...triageResults.map((code) => ({ value: code, label: words.triage[code] })),
        ]}
      />
      <FormArea name="reason" required maxLength={500} />
    </CommandForm>
  )
}
