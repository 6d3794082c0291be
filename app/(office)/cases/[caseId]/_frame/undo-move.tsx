'use client'
import { useMessages, useTranslations } from 'next-intl'
import { CommandForm } from '@/app/_parts/form/command-form'
import { undoMoveAction } from '../actions'

/** Takes the last move back, where the case has not been moved since. */
export function UndoMove({ caseId, version, eventId }: { caseId: string; version: number; eventId: string }) {
  const t = useTranslations('casePage')
  const { casePage } = useMessages()
  return (
    <CommandForm
      action={undoMoveAction}
      labels={casePage.field}
      submit={t('undo')}
      look="quiet"
      hidden={{ caseId, 'version:int': version, eventId }}
    />
  )
}
