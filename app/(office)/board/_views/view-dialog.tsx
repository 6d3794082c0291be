'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Checkbox, TextField } from '@/app/_ui/field'
import type { Looking, View } from './looking'
import { useViewWrites } from './use-view-writes'

type Props = { looking: Looking; chosen: string | null; view: View | undefined; onClose: () => void }

/** A new view, or the name, sharing and removal of one's own; of a colleague's, only whether one's board opens with it. */
export function ViewDialog({ looking, chosen, view, onClose }: Props) {
  const [t, shell, writes] = [useTranslations('views.dialog'), useTranslations('shell'), useViewWrites()]
  const wasChosen = view !== undefined && chosen === view.id
  const isMine = view?.isMine ?? true
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name') ?? '').trim()
    const written = { name, isShared: form.has('isShared'), isChosen: form.has('isChosen') }
    const isDone = await (view === undefined ? writes.create(looking, written) : writes.edit(view, wasChosen, written))
    if (isDone) onClose()
  }
  return (
    <Dialog title={view === undefined ? t('new') : t('edit')} isOpen onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          defaultValue={view?.name}
          maxLength={40}
          required
          readOnly={!isMine}
          autoFocus
        />
        {isMine && <Checkbox name="isShared" label={t('share')} defaultChecked={view?.isShared} />}
        <Checkbox name="isChosen" label={t('chosen')} defaultChecked={wasChosen} />
        {view === undefined && <p className="text-meta text-muted">{t('keeps')}</p>}
        <div className="flex flex-wrap items-center gap-2">
          {view?.isMine === true && <Remove onRemove={() => void writes.remove(view).then(onClose)} />}
          <span className="ml-auto flex gap-2">
            <Button onClick={onClose}>{shell('cancel')}</Button>
            <Button type="submit" look="primary" disabled={writes.isBusy}>
              {t('save')}
            </Button>
          </span>
        </div>
      </form>
    </Dialog>
  )
}

/** Asked twice: it is gone for colleagues too. */
function Remove({ onRemove }: { onRemove: () => void }) {
  const t = useTranslations('views.dialog')
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <Button look="quiet" onClick={() => setSure(true)}>
        {t('remove')}
      </Button>
    )
  return (
    <div className="grid basis-full gap-2 rounded-m border border-bad p-3">
      <p>{t('removeSure')}</p>
      <Button look="danger" className="justify-self-start" onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  )
}
