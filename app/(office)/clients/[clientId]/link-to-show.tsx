'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { QrCode } from '@/app/_ui/qr-code'

const never = () => () => {}

/** The whole address of a link, to copy, and as a code to scan from the screen or from a slip of paper. */
export function LinkToShow({ path }: { path: string }) {
  const t = useTranslations('entry')
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
  return (
    <span className="grid gap-2">
      <input
        readOnly
        value={`${origin}${path}`}
        aria-label={path}
        onFocus={(event) => event.currentTarget.select()}
        className="h-8 w-full min-w-0 rounded-m border border-control bg-surface px-2 text-dense"
      />
      {origin !== '' && (
        <span className="slip grid justify-items-start gap-2">
          <QrCode text={`${origin}${path}`} label={t('office.qr')} />
          <span className="text-dense text-muted">{t('office.qrText')}</span>
          <span className="no-print">
            <Button look="quiet" onClick={() => window.print()}>
              {t('office.qrPrint')}
            </Button>
          </span>
        </span>
      )}
    </span>
  )
}
