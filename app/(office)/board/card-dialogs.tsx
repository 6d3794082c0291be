'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { SelectField, TextField } from '@/app/_ui/field'
import { movers, nextActionCodes } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { addDays } from '@/lib/platform/dates'
import { useTools } from './around'
import { shortDate } from './card-words'
import type { WriteCard } from './use-card-writes'

type Props = { card: Card; write: WriteCard; onClose: () => void }
export type Person = { id: string; name: string }

/** What comes next, by when, and whose move it is. */
export function NextActionDialog({ card, write, onClose }: Props) {
  const [t, words, { now }] = [useTranslations('board.next'), useTranslations('words'), useTools()]
  const actions = nextActionCodes.map((code) => ({ value: code, label: words(`nextAction.${code}`) }))
  const people = movers.filter((mover) => mover !== 'nobody').map((mover) => ({ value: mover, label: words(`mover.${mover}`) }))
  return (
    <CardForm
      title={t('title')}
      onClose={onClose}
      onSave={(body) => write(card, 'next-action', { body, said: t('saved', { name: card.name }), inForm: true })}
    >
      <SelectField name="action" label={t('action')} options={actions} defaultValue={card.action ?? 'CUSTOM'} />
      <TextField name="text" label={t('text')} defaultValue={card.text} maxLength={200} />
      <TextField name="dueOn" type="date" label={t('dueOn')} defaultValue={card.due ?? now.today} required />
      <SelectField name="whoseMove" label={t('whose')} options={people} defaultValue={card.whose} />
    </CardForm>
  )
}

/** Silence until a date, with the reason; it wakes by itself. */
export function HoldDialog({ card, write, onClose }: Props) {
  const [t, locale, { now }] = [useTranslations('board.hold'), useLocale(), useTools()]
  const tomorrow = addDays(now.today, 1)
  return (
    <CardForm
      title={t('title')}
      onClose={onClose}
      onSave={(body) => {
        const date = shortDate(body['until'] ?? '', now.today, locale)
        return write(card, 'hold', { body, said: t('saved', { name: card.name, date }), inForm: true })
      }}
    >
      <TextField name="until" type="date" label={t('until')} min={tomorrow} defaultValue={addDays(now.today, 3)} required />
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} required />
    </CardForm>
  )
}

/** Another pair of hands. */
export function AssignDialog({ card, write, onClose, people }: Props & { people: readonly Person[] }) {
  const t = useTranslations('board.assign')
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? ''
  return (
    <CardForm
      title={t('title')}
      onClose={onClose}
      onSave={(body) => {
        const said = t('saved', { name: card.name, owner: nameOf(body['ownerId']) })
        return write(card, 'assign', { body, said, inForm: true })
      }}
    >
      <SelectField
        name="ownerId"
        label={t('owner')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={people.find(({ name }) => name === card.owner)?.id}
      />
    </CardForm>
  )
}

type FormProps = {
  title: string
  children: ReactNode
  onClose: () => void
  /** Resolves with what went wrong, if anything. */
  onSave: (values: Record<string, string>) => Promise<string | undefined>
}

/** Stays open with what was typed, and says why, until it is saved. */
function CardForm({ title, children, onClose, onSave }: FormProps) {
  const [shell, isSaving] = [useTranslations('shell'), useRef(false)]
  const [fault, setFault] = useState<string>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSaving.current) return
    isSaving.current = true
    setFault(undefined)
    const wrong = await onSave(valuesOf(event.currentTarget))
    isSaving.current = false
    setFault(wrong)
    if (wrong === undefined) onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        {children}
        {fault !== undefined && (
          <p role="alert" className="rounded-m bg-bad-bg px-3 py-2 text-dense text-bad first-letter:uppercase">
            {fault}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button type="submit" look="primary">
            {shell('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What a form holds, as text. */
export const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
