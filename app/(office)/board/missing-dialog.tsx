'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { TextArea } from '@/app/_ui/field'
import type { GuardName } from '@/lib/cases/guards'
import { useTools } from './around'
import { valuesOf } from './card-dialogs'
import { smallForms } from './missing-forms'
import { placesOf } from './missing-places'
import type { Given, Missing } from './mover'

type Props = {
  missing: Missing
  onSupply: (values: Record<string, string>) => void
  onMove: (given: Given) => void
  onClose: () => void
}

/** What is missing before a card may move: small things are asked for here, large ones have a link to their own form. */
export function MissingDialog({ missing, onSupply, onMove, onClose }: Props) {
  const [t, words, { rights }] = [useTranslations('board.missing'), useTranslations('words'), useTools()]
  const here = missing.missing.filter((name) => smallForms[name] !== undefined)
  const elsewhere = missing.missing.filter((name) => smallForms[name] === undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSupply(valuesOf(event.currentTarget))
  }
  return (
    <Dialog title={t('title', { stage: words(`stage.${missing.to}`), count: missing.missing.length })} isOpen onClose={onClose}>
      <p className="text-muted">{t('text')}</p>
      {elsewhere.length > 0 && <Elsewhere names={elsewhere} missing={missing} />}
      <form onSubmit={submit} className="grid gap-3">
        {here.map((name) => {
          const Form = smallForms[name]
          return Form === undefined ? null : <Form key={name} />
        })}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          {here.length > 0 && (
            <Button type="submit" look="primary">
              {t('submit')}
            </Button>
          )}
        </div>
      </form>
      {rights.supervise && missing.canOverride && <Override onMove={onMove} />}
    </Dialog>
  )
}

/** A checklist of what has a form of its own, each with the way there. */
function Elsewhere({ names, missing: { card, clientId } }: { names: GuardName[]; missing: Missing }) {
  const t = useTranslations('board.missing')
  return (
    <ul className="grid gap-1">
      {names.map((name) => (
        <li key={name} className="flex items-baseline gap-2 rounded-m border border-line px-3 py-2">
          <span aria-hidden="true" className="text-muted">
            ☐
          </span>
          {t(`guard.${name}`)}
          <Link href={placesOf[name](card.id, clientId)} className="ml-auto shrink-0 text-primary">
            {t('fillHere')}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** A supervisor lets it pass, and says why. */
function Override({ onMove }: { onMove: (given: Given) => void }) {
  const t = useTranslations('board.missing')
  const [isOpen, setOpen] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onMove({ override: true, reason: valuesOf(event.currentTarget)['overrideReason'] })
  }
  if (!isOpen)
    return (
      <Button look="quiet" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('override')}
      </Button>
    )
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-m border border-wait bg-wait-bg p-3">
      <TextArea name="overrideReason" label={t('overrideReason')} hint={t('overrideText')} maxLength={500} required />
      <Button type="submit" className="justify-self-end">
        {t('overrideSubmit')}
      </Button>
    </form>
  )
}
