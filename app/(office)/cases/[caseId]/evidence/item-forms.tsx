'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { linkContractAction, makeExpenseDetailAction, recordConfirmationAction } from './actions'

type OfItem = { evidenceId: string; version: number }

/** Which of the client's other loan notes a loan contract is about. */
export function LinkDebt({
  evidenceId,
  version,
  debtId,
  debts,
}: OfItem & { debtId: string | null; debts: readonly { id: string; name: string }[] }) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  return (
    <CommandForm
      action={linkContractAction}
      labels={evidence.field}
      submit={t('linkSubmit')}
      hidden={{ evidenceId, 'version:int': version }}
    >
      <FormSelect
        name="debtId:null"
        defaultValue={debtId ?? ''}
        options={[{ value: '', label: t('unlinked') }, ...debts.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </CommandForm>
  )
}

/** The client said on paper or by phone that a paper we made is right. */
export function RecordConfirmation({ evidenceId, version }: OfItem) {
  const t = useTranslations('evidence')
  const { evidence, people } = useMessages()
  const channels = (['PAPER', 'PHONE'] as const).map((value) => ({ value, label: people.consentChannel[value] }))
  return (
    <CommandForm
      action={recordConfirmationAction}
      labels={evidence.field}
      submit={t('recordConfirmation')}
      hidden={{ evidenceId, 'version:int': version }}
    >
      <p className="text-dense text-muted">{t('confirmHint')}</p>
      <FormSelect name="channel" options={channels} />
    </CommandForm>
  )
}

/** The household spending detail, made of the latest statement. */
export function MakeDetail({ clientId, number }: { clientId: string; number: number }) {
  const t = useTranslations('evidence')
  const { evidence } = useMessages()
  return (
    <CommandForm
      action={makeExpenseDetailAction}
      labels={evidence.field}
      submit={t('makeDetail')}
      look="secondary"
      hidden={{ clientId }}
      className="grid gap-1"
    >
      <p className="text-meta text-muted">{t('makeDetailHint', { number })}</p>
    </CommandForm>
  )
}
