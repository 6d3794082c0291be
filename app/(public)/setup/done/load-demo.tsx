'use client'
import { useTranslations } from 'next-intl'
import { useFormStatus } from 'react-dom'
import { Button } from '@/app/_ui/button'
import { loadDemoAction } from './actions'

/** Takes a moment: years of cases are told one by one. */
export function LoadDemo() {
  const t = useTranslations('signIn')
  return (
    <form action={loadDemoAction} className="grid gap-1">
      <Submit />
      <p className="text-dense text-muted">{t('withDemoNote')}</p>
    </form>
  )
}

function Submit() {
  const { pending } = useFormStatus()
  const [t, shell] = [useTranslations('signIn'), useTranslations('shell')]
  return (
    <Button type="submit" className="min-h-11" disabled={pending}>
      {pending ? shell('loading') : t('withDemo')}
    </Button>
  )
}
