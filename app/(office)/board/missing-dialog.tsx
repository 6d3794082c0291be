'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { draftOf, keepDraft } from '@/app/_ui/drafts'
import { TextArea } from '@/app/_ui/field'
import { canOverride } from '@/lib/cases/guards'
import { useTools } from './around'
import { type Asked, answeredBy, askFor, toLetPass, typedFor } from './asking'
import { valuesOf } from './card-dialogs'
import { givenBy, smallForms, type Typed } from './missing-forms'
import { placesOf } from './missing-places'
import type { Given, Missing } from './mover'

type Props = {
  missing: Missing
  /** `isEnough` where the move needs nothing more. */
  onSupply: (values: Typed, isEnough: boolean) => void
  onMove: (given: Given) => void
  onClose: () => void
}

/**
 * What is missing before a card may move: small things are asked for here, large ones have a link to their own form. What
 * is typed is kept in this tab until the card has moved.
 */
export function MissingDialog({ missing, onSupply, onMove, onClose }: Props) {
  const [t, words, { rights }] = [useTranslations('board.missing'), useTranslations('words'), useTools()]
  const { typed, keep } = useTyped(missing)
  const form = useRef<HTMLFormElement>(null)
  const asked = askedFor(missing)
  const pass = toLetPass(missing.missing)
  return (
    <Dialog title={t('title', { stage: words(`stage.${missing.to}`), count: missing.missing.length })} isOpen onClose={onClose}>
      <p className="text-muted">{t(textFor(asked, missing))}</p>
      <Checklist asked={asked} missing={missing} />
      <form
        ref={form}
        onInput={(event) => keep(event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault()
          onSupply(valuesOf(event.currentTarget), asked.isEnough)
        }}
        className="grid gap-3"
      >
        {asked.here.map((name) => {
          const Form = smallForms[name]
          return Form === undefined ? null : <Form key={name} typed={typed} />
        })}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          {(asked.isEnough || asked.here.includes('triage')) && (
            <Button type="submit" look="primary">
              {t(asked.isEnough ? 'submit' : 'save')}
            </Button>
          )}
        </div>
      </form>
      {rights.supervise && pass.length > 0 && pass.every(canOverride) && (
        <Override
          typed={typed['overrideReason']}
          keep={keep}
          onPass={(reason) => onMove({ ...givenBy(form.current === null ? {} : valuesOf(form.current)), override: true, reason })}
        />
      )}
    </Dialog>
  )
}

const forms = new Set(Object.keys(smallForms))
const askedFor = ({ missing, given, card, to }: Missing) => askFor(missing, forms, answeredBy({ from: card.stage, to }, given))

/** What was typed for this move before, and what keeps it while it is typed. */
function useTyped({ card, to }: Missing) {
  const name = typedFor(card.id, to)
  const [typed] = useState<Typed>(() => draftOf(name) ?? {})
  return { typed, keep: (form: HTMLFormElement) => keepDraft(name, { ...draftOf(name), ...valuesOf(form) }) }
}

/** What the dialog can promise. */
function textFor({ isEnough, elsewhere }: Asked, { given }: Missing) {
  if (isEnough && elsewhere.length > 0) return 'either'
  if (Object.keys(given).length > 0) return 'notMoved'
  return isEnough ? 'text' : 'elsewhere'
}

/** What is not asked for here: each with the way to its own form, or with the word that it comes later. */
function Checklist({ asked: { elsewhere, later }, missing: { card, clientId } }: { asked: Asked; missing: Missing }) {
  const t = useTranslations('board.missing')
  if (elsewhere.length + later.length === 0) return null
  return (
    <ul className="grid gap-1">
      {[...elsewhere, ...later].map((name) => (
        <li key={name} className="flex items-baseline gap-2 rounded-m border border-line px-3 py-2">
          <span aria-hidden="true" className="text-muted">
            ☐
          </span>
          {t(`guard.${name}`)}
          {later.includes(name) ? (
            <span className="ml-auto shrink-0 text-muted">{t('later')}</span>
          ) : (
            <Link href={placesOf[name](card.id, clientId)} className="ml-auto shrink-0 text-primary">
              {t('fillHere')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

type OverrideProps = { typed: string | undefined; keep: (form: HTMLFormElement) => void; onPass: (reason: string) => void }

/** A supervisor lets it pass, and says why. */
function Override({ typed, keep, onPass }: OverrideProps) {
  const t = useTranslations('board.missing')
  const [isOpen, setOpen] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onPass(valuesOf(event.currentTarget)['overrideReason'] ?? '')
  }
  if (!isOpen)
    return (
      <Button look="quiet" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('override')}
      </Button>
    )
  return (
    <form
      onSubmit={submit}
      onInput={(event) => keep(event.currentTarget)}
      className="grid gap-2 rounded-m border border-wait bg-wait-bg p-3"
    >
      <TextArea
        name="overrideReason"
        defaultValue={typed}
        label={t('overrideReason')}
        hint={t('overrideText')}
        maxLength={500}
        required
      />
      <Button type="submit" className="justify-self-end">
        {t('overrideSubmit')}
      </Button>
    </form>
  )
}
