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
  const [answered, plainly] = useActionState(action, untouched)
  const [sent, setSent] = useState<FormState>()
  const [isPending, start] = useTransition()
  const state = sent ?? answered
  const send = (data: FormData) =>
    start(async () => {
      const next = await action(state, data).catch((error: unknown) => {
        if (leadsOn(error)) onDone(true)
        unstable_rethrow(error)
        return { ...lost(error), typed: typedTexts(data), done: state.done }
      })
      start(() => setSent(next))
      if (next.done > state.done) onDone(false)
    })
  return { state, plainly, send, isPending }
}

/** The framework leads to another page by an error; to the way in it leads whose session is over, and nothing was done. */
const leadsOn = (error: unknown) => /^NEXT_REDIRECT;(?!.*;\/sign-in)/.test(digestOf(error) ?? '')
