'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TypeName } from '@/app/_parts/evidence-line'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { usePageKeys } from '../../../_keys/use-page-keys'
import { ContactForm } from '../contacts/contact-form'

type Props = { caseId: string; types: readonly TypeName[]; hasAuthority: boolean }

/** The contact form one key away: N, unless somebody is typing or composing. */
export function LogContact({ caseId, types, hasAuthority }: Props) {
  const [isOpen, setOpen] = useState(false)
  const t = useTranslations('contacts')
  usePageKeys('case', { logHere: () => setOpen(true) })
  return (
    <>
      <Button look="primary" aria-keyshortcuts="n" onClick={() => setOpen(true)}>
        {t('log')}
        <span className="rounded-chip border border-current px-1 text-meta pointer-coarse:hidden">N</span>
      </Button>
      <Dialog title={t('log')} isOpen={isOpen} onClose={() => setOpen(false)} width="form">
        <ContactForm caseId={caseId} types={types} hasAuthority={hasAuthority} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
