'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/app/_ui/button'
import { printed, shortcuts } from '../_keys/shortcuts'
import { useMac } from '../_keys/use-mac'
import { holdTitle } from './neutral-title'

/** Nothing but a neutral page, above everything the browser can show; keys and readers reach nothing beneath it. */
export function CoveredScreen({ onLift }: { onLift: () => void }) {
  const [t, isMac] = [useTranslations('palette.covered'), useMac()]
  const dialog = useRef<HTMLDialogElement>(null)
  const [isThere, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  useEffect(() => {
    if (isThere) dialog.current?.showModal()
  }, [isThere])
  useEffect(() => holdTitle(document), [])
  if (!isThere) return null
  return createPortal(
    <dialog
      ref={dialog}
      aria-label={t('title')}
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
      className="m-0 h-dvh max-h-none w-screen max-w-none place-content-center bg-paper p-6 text-ink open:grid"
    >
      <div className="grid justify-items-center gap-3 text-center">
        <span aria-hidden="true" className="grid size-12 place-items-center rounded-m bg-primary text-title text-on-primary">
          商
        </span>
        <p className="text-page font-semibold">{t('title')}</p>
        <p className="text-muted">{t('text')}</p>
        <Button look="primary" onClick={onLift} autoFocus>
          {t('lift')}
        </Button>
        <p className="text-meta text-muted">{t('hint', { keys: printed(shortcuts.privacy.keys[0], isMac) })}</p>
      </div>
    </dialog>,
    document.body,
  )
}
