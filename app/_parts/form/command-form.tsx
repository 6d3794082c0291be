'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type Look } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { useToast } from '@/app/_ui/toast'
import { FormContext } from './form-context'
import { plainName } from './form-values'
import { mustWait, useTurn } from './one-by-one'
import { unreadIn, withUnread } from './unread'
import { type ServerDraft, useDraft } from './use-draft'
import { useFaults } from './use-faults'
import { useFormFocus } from './use-form-focus'
import { type FormAction, useSend } from './use-send'

type Props = {
  action: FormAction
  /** Names of the fields as people read them: see labelKey. */
  labels: Record<string, string>
  submit: string
  look?: Look
  /** Values that go along unseen. */
  hidden?: Record<string, string | number | undefined>
  children?: ReactNode
  className?: string
  /** After it was done: said in a toast unless `quiet`; the form is cleared unless it keeps its values. */
  onDone?: () => void
  quiet?: boolean
  keeps?: boolean
  /** A name under which what is typed survives a reload in this tab, until it is done or somebody signs out. */
  draft?: string
  /** Keeps it on the server as well, and says when it did. Read when the form appears. */
  serverDraft?: ServerDraft
}

/**
 * A form for one command. Sends as a plain form before scripts run; afterwards what was typed stays, faults are summed up
 * on top in focus, each a link to its field, and the page's title says so.
 */
export function CommandForm({
  action,
  labels,
  submit,
  look = 'primary',
  hidden = {},
  children,
  className = 'grid gap-3',
  draft: draftName,
  serverDraft,
  ...after
}: Props) {
  const box = useRef<HTMLFormElement>(null)
  const { draft, savedAt, keep, drop } = useDraft(draftName, serverDraft)
  const { state: answered, plainly, send, isPending } = useSend(action, useAfterDone(box, { ...after, drop }))
  useTurn(isPending)
  const [isWaiting, setWaiting] = useState(false)
  const isBusy = isPending || isWaiting
  const [unread, setUnread] = useState<ReturnType<typeof unreadIn>>({})
  const state = withUnread(answered, unread)
  const formId = useId()
  const faults = useFaults(state, labels)
  const key = useSendKey(state.done)
  const wasSent = useRef(false)
  useFormFocus(box, wasSent)
  useErrorTitle(Object.keys(faults).length > 0)
  const [t, shell] = [useTranslations('faults'), useTranslations('shell')]
  const count = Object.keys(state.faults ?? {}).length
  return (
    <form
      ref={box}
      action={plainly}
      noValidate
      className={className}
      // A frame later, when fields that follow from others have followed.
      onInput={({ currentTarget }) => requestAnimationFrame(() => keep(currentTarget))}
      onSubmit={(event) => {
        // The framework would clear the fields after an action; sent by hand, what was typed stays.
        event.preventDefault()
        if (isPending) return
        const isSecond = mustWait(event.currentTarget)
        setWaiting(isSecond)
        if (isSecond) return
        const cannotRead = unreadIn(event.currentTarget.querySelectorAll('input'))
        setUnread(cannotRead)
        if (Object.keys(cannotRead).length > 0) return
        wasSent.current = true
        const data = new FormData(event.currentTarget)
        if (key.current !== undefined) data.set('_key', key.current)
        send(data)
      }}
    >
      <ErrorSummary title={count === 0 ? t('notDone') : t('count', { count })} errors={linked(formId, faults)}>
        {state.lost !== undefined && (
          <Button type="submit" aria-disabled={isBusy} className="justify-self-start">
            {shell('retry')}
          </Button>
        )}
      </ErrorSummary>
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <FormContext value={{ formId, faults, labels, typed: { ...draft, ...state.typed } }}>{children}</FormContext>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look={look} aria-disabled={isBusy} aria-busy={isBusy}>
          {submit}
        </Button>
        {serverDraft !== undefined && <KeptNote savedAt={savedAt} />}
      </div>
    </form>
  )
}

/** When what is typed was last kept. */
function KeptNote({ savedAt }: { savedAt: string | null }) {
  const [t, format] = [useTranslations('shell'), useFormatter()]
  const time =
    savedAt === null ? '' : format.dateTime(new Date(savedAt), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <p role="status" className="text-dense text-muted">
      {savedAt !== null && t('draftKept', { time })}
    </p>
  )
}

/** A second press, or a retry of the network, is the first one's answer; once done, the next one is new. */
function useSendKey(done: number) {
  const key = useRef<string | undefined>(undefined)
  useEffect(() => {
    key.current = `${done}-${globalThis.crypto.randomUUID?.() ?? ''}`
  }, [done])
  return key
}

const linked = (formId: string, faults: Record<string, string>) =>
  Object.fromEntries(Object.entries(faults).map(([field, text]) => [field === '' ? '' : `${formId}-${plainName(field)}`, text]))

type After = Pick<Props, 'onDone' | 'quiet' | 'keeps'> & { drop: () => void }

/** What happens once it was done; where that leads to another page, the new page says so. */
function useAfterDone(box: { current: HTMLFormElement | null }, { onDone, quiet = false, keeps = false, drop }: After) {
  const toast = useToast()
  const t = useTranslations('shell')
  return (leads: boolean) => {
    drop()
    if (leads) return
    if (!keeps) box.current?.reset()
    if (!quiet) toast({ text: t('saved') })
    onDone?.()
  }
}

/** The title says that something is wrong, for people who hear the page. */
function useErrorTitle(isWrong: boolean) {
  const prefix = useTranslations('signIn')('errorTitle')
  useEffect(() => {
    if (!isWrong || document.title.startsWith(prefix)) return
    document.title = prefix + document.title
    return () => {
      document.title = document.title.replace(prefix, '')
    }
  }, [isWrong, prefix])
}
