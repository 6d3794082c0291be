'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import type { Card } from '@/lib/cases/card'
import { type Person, valuesOf } from '../card-dialogs'
import { BulkFields, type EvidenceType, useDeed } from './bulk-fields'
import { BulkPreview } from './bulk-preview'
import { BulkResult } from './bulk-result'
import { type BulkKind, canBeTakenBack, type Deed } from './deeds'
import type { BulkWork } from './use-bulk'

type Props = {
  kind: BulkKind
  cards: readonly Card[]
  people: readonly Person[]
  types: readonly EvidenceType[]
  work: BulkWork
}

/** One thing for many cases: said, looked at, done while it is counted, and told with what failed. */
export function BulkDialog({ kind, cards, people, types, work }: Props) {
  const t = useTranslations('bulk')
  const { state } = work
  const title = state.at === 'over' ? t('result.title') : t(`title.${kind}`, { count: cards.length })
  return (
    <Dialog title={title} isOpen onClose={work.leave} width="form">
      {state.at === 'asking' && <Asking {...{ kind, cards, people, types }} onRun={work.start} onClose={work.leave} />}
      {state.at === 'running' && <Running done={state.done} total={state.total} onStop={work.stop} />}
      {state.at === 'over' && (
        <BulkResult
          outcomes={state.outcomes}
          total={state.total}
          onRetry={work.retry}
          onUndo={canBeTakenBack(kind) ? work.undo : undefined}
          onClose={work.leave}
        />
      )}
    </Dialog>
  )
}

type AskingProps = Omit<Props, 'work'> & { onRun: (deed: Deed, cards: readonly Card[]) => void; onClose: () => void }

function Asking({ kind, cards, people, types, onRun, onClose }: AskingProps) {
  const [t, shell] = [useTranslations('bulk'), useTranslations('shell')]
  const [values, setValues] = useState<Record<string, string>>()
  const deedOf = useDeed({ people, types })
  const deed = values === undefined ? undefined : deedOf(kind, values)
  const changing = deed === undefined ? 0 : cards.filter((card) => !deed.isSo(card)).length
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (deed !== undefined) onRun(deed, cards)
  }
  return (
    <form
      ref={(form) => {
        if (form !== null && values === undefined) setValues(valuesOf(form))
      }}
      onChange={({ currentTarget }) => setValues(valuesOf(currentTarget))}
      onSubmit={submit}
      className="grid gap-3"
    >
      <BulkFields {...{ kind, people, types }} />
      {deed !== undefined && <BulkPreview cards={cards} deed={deed} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{shell('cancel')}</Button>
        <Button type="submit" look="primary" disabled={changing === 0}>
          {t('run', { count: changing })}
        </Button>
      </div>
    </form>
  )
}

function Running({ done, total, onStop }: { done: number; total: number; onStop: () => void }) {
  const t = useTranslations('bulk')
  const said = t('running', { done, count: total })
  return (
    <div className="grid gap-3">
      <progress value={done} max={total} aria-label={said} className="h-2 w-full accent-[var(--primary)]" />
      <p role="status">{said}</p>
      <Button className="justify-self-end" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}
