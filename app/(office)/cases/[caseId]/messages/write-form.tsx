'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea, FormSelect } from '@/app/_parts/form/fields'
import { keptDraft } from '../kept-draft'
import { notifyClientAction, writeMessageAction } from './actions'

/** What is written here the client reads: its colour and its words say so, so that no internal note lands here. */
type Props = { caseId: string; papers: readonly { value: string; label: string }[] }

export function WriteForm({ caseId, papers }: Props) {
  const t = useTranslations('thread')
  const { thread } = useMessages()
  return (
    <div className="grid gap-2 rounded-m border-2 border-primary bg-primary-tint p-3">
      <p className="font-semibold">{t('office.visible')}</p>
      <p className="text-dense text-ink-2">{t('office.hint')}</p>
      <CommandForm
        action={writeMessageAction}
        labels={thread.field}
        submit={t('send')}
        hidden={{ caseId }}
        draft={`message.${caseId}`}
        serverDraft={keptDraft(caseId, 'MESSAGE')}
      >
        <FormArea name="body" required maxLength={2000} />
        {papers.length > 0 && (
          <FormSelect name="evidenceId" isOptional options={[{ value: '', label: t('office.noPaper') }, ...papers]} />
        )}
      </CommandForm>
    </div>
  )
}

/** Tells the client that there is news, without saying what. */
export function NotifyForm({ caseId }: { caseId: string }) {
  const t = useTranslations('thread')
  return <CommandForm action={notifyClientAction} labels={{}} submit={t('office.notify')} look="secondary" hidden={{ caseId }} />
}
