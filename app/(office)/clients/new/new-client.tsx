'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef } from 'react'
import { digestOf } from '@/app/_parts/form/form-state'
import { typedTexts } from '@/app/_parts/form/form-values'
import { useAnswer } from '@/app/_parts/form/use-send'
import { Button } from '@/app/_ui/button'
import { draftOf, dropDrafts, keepDraft } from '@/app/_ui/drafts'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { TextField } from '@/app/_ui/field'
import { focusOn } from '@/app/_ui/focus'
import { Panel } from '@/app/_ui/panel'
import { type Looked, lookAction } from './actions'
import { ClientForm } from './client-form'
import { SamePeople } from './same-people'

/** Three steps on one page: look, see who may be the same, add. */
export function NewClient() {
  const { state, plainly, send, isPending } = useAnswer<Looked>(lookAction, { typed: {} }, neverAnswered)
  const { typed, found } = state
  const t = useTranslations('people')
  const result = useRef<HTMLDivElement>(null)
  useStep({ typed, found }, send, result)
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isPending) send(new FormData(event.currentTarget))
  }
  if (found === undefined) {
    return (
      <Panel title={t('checkFirst')}>
        <p className="text-muted">{t('checkText')}</p>
        <form action={plainly} onSubmit={look} className="grid gap-3">
          <NotAnswered state={state} />
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
      <form
        action={plainly}
        onSubmit={(event) => {
          dropDrafts('client.new')
          look(event)
        }}
      >
        <NotAnswered state={state} />
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

/** A try that never came back leaves everything as it was, and says so. */
function neverAnswered(state: Looked, data: FormData, error: unknown): Looked {
  unstable_rethrow(error)
  return { ...state, typed: typedTexts(data), lost: { reference: digestOf(error) } }
}

function NotAnswered({ state: { lost, isEmpty } }: { state: Looked }) {
  const [t, people] = [useTranslations('faults'), useTranslations('people')]
  if (lost === undefined) return isEmpty ? <ErrorSummary title={t('notDone')} errors={{ '': people('lookForWhat') }} /> : null
  const text = lost.reference === undefined ? t('offline') : t('failed', { reference: lost.reference })
  return <ErrorSummary title={t('notDone')} errors={{ '': text }} />
}

const step = 'client.new.step'

/** Reloading leads back to the step one was at; what was found takes the focus. */
function useStep({ typed, found }: Looked, look: (data: FormData) => void, result: { current: HTMLDivElement | null }) {
  const before = useRef(found)
  const resume = useRef(look)
  useEffect(() => {
    const draft = draftOf(step)
    if (draft === undefined) return
    const data = new FormData()
    for (const [name, text] of Object.entries(draft)) data.set(name, text)
    resume.current(data)
  }, [])
  useEffect(() => {
    if (found === before.current) return
    before.current = found
    if (found === undefined) return dropDrafts(step)
    keepDraft(step, typed)
    focusOn(result.current)
  }, [found, typed, result])
}
