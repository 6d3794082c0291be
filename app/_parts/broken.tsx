'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** What a broken page says: nothing was changed, how to go on, and the reference for the administrator. Never the error itself. */
export function Broken({ error, reset }: Props) {
  const [t, shell] = [useTranslations('failures'), useTranslations('shell')]
  return (
    <section className="grid justify-items-start gap-3 p-5" role="alert">
      <h1 className="text-title font-semibold">{t('brokenTitle')}</h1>
      <p className="max-w-[38em] text-ink-2">{t('brokenText')}</p>
      {error.digest !== undefined && <p className="text-ink-2">{t('reference', { reference: error.digest })}</p>}
      <Button look="primary" onClick={reset}>
        {shell('retry')}
      </Button>
    </section>
  )
}
