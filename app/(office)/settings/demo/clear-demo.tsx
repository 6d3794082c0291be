'use client'
import { useTranslations } from 'next-intl'
import { useFormStatus } from 'react-dom'
import { Button } from '@/app/_ui/button'
import { clearDemoAction } from './actions'

/** One press; what is dropped can be loaded again, what was typed into it is gone. */
export function ClearDemo() {
  const t = useTranslations('settings')
  return (
    <form action={clearDemoAction} className="grid justify-items-start gap-1">
      <Submit />
      <p className="text-dense text-muted">{t('demoClearNote')}</p>
    </form>
  )
}

function Submit() {
  const { pending } = useFormStatus()
  const [t, shell] = [useTranslations('settings'), useTranslations('shell')]
  return (
    <Button type="submit" look="danger" disabled={pending}>
      {pending ? shell('loading') : t('demoClear')}
    </Button>
  )
}
