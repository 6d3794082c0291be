'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { removeAnalysisAction } from '../actions'

/** Removes a kept analysis after a second yes. */
export function RemoveAnalysis({ analysisId, name }: { analysisId: string; name: string }) {
  const [t, router] = [useTranslations('savedAnalyses'), useRouter()]
  const [isOpen, setOpen] = useState(false)
  const [isPending, start] = useTransition()
  const remove = () =>
    start(async () => {
      const answer = await removeAnalysisAction({ analysisId })
      if (answer.ok) router.push('/analytics/spreadsheet')
    })
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('remove')}</Button>
      <Dialog title={t('removeTitle', { name })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{t('removeText')}</p>
        <Button look="primary" disabled={isPending} onClick={remove}>
          {t('remove')}
        </Button>
      </Dialog>
    </div>
  )
}
