'use client'
import { useMessages } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { retryMailsAction, settleMailsAction } from './actions'

/** The two things to do about mails that did not arrive. */
export function Answers({ clientId, canRetry }: { clientId: string; canRetry: boolean }) {
  const { mails } = useMessages()
  const form = { labels: {}, look: 'secondary' as const, hidden: { clientId } }
  return (
    <div className="flex flex-wrap gap-2">
      {canRetry && <CommandForm {...form} action={retryMailsAction} submit={mails.retry} />}
      <CommandForm {...form} action={settleMailsAction} submit={mails.settle} />
    </div>
  )
}
