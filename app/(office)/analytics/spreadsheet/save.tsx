'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field'
import { saveSheetAction } from './actions'

/** Keeps an answer under a name, once asked to. */
export function SaveAnswer({ form }: { form: () => FormData }) {
  const [t, router] = [useTranslations('savedAnalyses'), useRouter()]
  const [isPending, start] = useTransition()
  const [saved, setSaved] = useState<string>()
  const [hasFailed, setFailed] = useState(false)
  const save = (given: FormData) =>
    start(async () => {
      const data = form()
      data.set('name', String(given.get('name') ?? ''))
      const answer = await saveSheetAction(data)
      setFailed(!answer.ok)
      if (!answer.ok) return
      setSaved(answer.value.analysisId)
      router.refresh()
    })
  if (saved !== undefined)
    return (
      <p role="status">
        <Link className="underline" href={`/analytics/spreadsheet/${saved}`}>
          {t('open')}
        </Link>
      </p>
    )
  return (
    <form action={save} className="grid max-w-[40em] gap-2">
      <p className="text-dense text-muted">{t('kept')}</p>
      <TextField name="name" label={t('name')} required maxLength={120} error={hasFailed ? t('failed') : undefined} />
      <div>
        <Button type="submit" disabled={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
