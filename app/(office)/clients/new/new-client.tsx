'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { draftOf, dropDrafts, keepDraft } from '@/app/_ui/drafts'
import { TextField } from '@/app/_ui/field'
import { focusOn } from '@/app/_ui/focus'
import { Panel } from '@/app/_ui/panel'
import { type Looked, lookAction } from './actions'
import { ClientForm } from './client-form'
import { SamePeople } from './same-people'

/** Three steps on one page: look, see who may be the same, add. */
export function NewClient() {
  const [{ typed, found }, look, isPending] = useActionState<Looked, FormData>(lookAction, { typed: {} })
  const t = useTranslations('people')
  const result = useRef<HTMLDivElement>(null)
  useStep({ typed, found }, look, result)
  if (found === undefined) {
    return (
      <Panel title={t('checkFirst')}>
        <p className="text-muted">{t('checkText')}</p>
        <form action={look} className="grid gap-3">
          <TextField name="name" label={t('field.name')} autoComplete="off" maxLength={200} defaultValue={typed['name']} />
          <TextField name="phone" label={t('field.phone')} type="tel" autoComplete="off" maxLength={60} />
          <TextField name="idNumber" label={t('field.idNumber')} autoComplete="off" maxLength={60} />
          <div>
            <Button type="submit" look="primary" disabled={isPending}>
              {t('check')}
            </Button>
          </div>
        </form>
      </Panel>
    )
  }
  return (
    <>
      <form action={look} onSubmit={() => dropDrafts('client.new')}>
        <input type="hidden" name="_over" value="1" />
        <Button type="submit" look="quiet">
          ← {t('startOver')}
        </Button>
      </form>
      <div ref={result} className="outline-none">
        {found.length > 0 ? <SamePeople people={found} /> : <p className="text-ok">{t('nobodySame')}</p>}
      </div>
      <Panel title={found.length > 0 ? t('stillNew') : t('newClient')}>
        <ClientForm typed={typed} />
      </Panel>
    </>
  )
}

const step = 'client.new.step'

/** Reloading leads back to the step one was at; what was found takes the focus. */
function useStep({ typed, found }: Looked, look: (data: FormData) => void, result: { current: HTMLDivElement | null }) {
  const before = useRef(found)
  useEffect(() => {
    const draft = draftOf(step)
    if (draft === undefined) return
    const data = new FormData()
    for (const [name, text] of Object.entries(draft)) data.set(name, text)
    startTransition(() => look(data))
  }, [look])
  useEffect(() => {
    if (found === before.current) return
    before.current = found
    if (found === undefined) return dropDrafts(step)
    keepDraft(step, typed)
    focusOn(result.current)
  }, [found, typed, result])
}
