'use client'
import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'
import { digestOf, type FormState, lost, untouched } from './form-state'
import { typedTexts } from './form-values'

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>

/**
 * Sends a form. Before scripts run the browser posts it (`plainly`); afterwards `send` does, and a try that never came
 * back, or broke the server, leaves the form as it was and says so. `onDone` hears that it was done, even where the form
 * goes away with that; `leads` where it leads to another page.
 */
export function useSend(action: FormAction, onDone: (leads: boolean) => void) {
  const whenLost = (state: FormState, data: FormData, error: unknown): FormState => {
    if (leadsOn(error)) onDone(true)
    unstable_rethrow(error)
    return { ...lost(error), typed: typedTexts(data), done: state.done }
  }
  const { send, ...sending } = useAnswer<FormState>(action, untouched, whenLost)
  return { ...sending, send: (data: FormData) => send(data, (next, before) => next.done > before.done && onDone(false)) }
}

/** The same for a form whose answer is of its own kind: `whenLost` makes one of a try that never came back. */
export function useAnswer<State>(
  action: (state: Awaited<State>, data: FormData) => Promise<Awaited<State>>,
  first: Awaited<State>,
  whenLost: (state: Awaited<State>, data: FormData, error: unknown) => Awaited<State>,
) {
  const [answered, plainly] = useActionState(action, first)
  const [sent, setSent] = useState<Awaited<State>>()
  const [isPending, start] = useTransition()
  const state = sent ?? answered
  const send = (data: FormData, then?: (next: Awaited<State>, before: Awaited<State>) => void) =>
    start(async () => {
      const next = await action(state, data).catch((error: unknown) => whenLost(state, data, error))
      start(() => setSent(next))
      then?.(next, state)
    })
  return { state, plainly, send, isPending }
}

/** The framework leads to another page by an error; to the way in it leads whose session is over, and nothing was done. */
const leadsOn = (error: unknown) => /^NEXT_REDIRECT;(?!.*;\/sign-in)/.test(digestOf(error) ?? '')
