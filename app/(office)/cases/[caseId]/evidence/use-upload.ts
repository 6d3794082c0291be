'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'
import { type FormState, untouched } from '@/app/_parts/form/form-state'
import { useToast } from '@/app/_ui/toast'
import { refusalStatus } from '@/lib/core/refusal'

const told = z.object({
  code: z.string(),
  refusal: z.object({ why: z.string().optional() }).optional(),
  faults: z.record(z.string(), z.string()).optional(),
})

/** Sends a form with a file and knows how far it is; a refusal comes back as the state of a form. */
export function useUpload() {
  const [state, setState] = useState<FormState>(untouched)
  const [percent, setPercent] = useState<number>()
  const [router, toast, t] = [useRouter(), useToast(), useTranslations('evidence')]
  const finish = (form: HTMLFormElement, status: number, body: string) => {
    setPercent(undefined)
    if (status !== 200) return setState(refused(body))
    setState(untouched)
    form.reset()
    toast({ text: t('uploaded') })
    router.refresh()
  }
  const send = (form: HTMLFormElement) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = (event) => setPercent(Math.round((100 * event.loaded) / event.total))
    request.onload = () => finish(form, request.status, request.responseText)
    request.onerror = () => finish(form, 0, '')
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    setPercent(0)
    request.send(new FormData(form))
  }
  return { state, percent, send }
}

/** What the server said, or that it could not be reached. */
function refused(body: string): FormState {
  const parsed = told.safeParse(jsonOf(body))
  if (!parsed.success) return { ...untouched, refusal: { code: 'unavailable' } }
  const { code, refusal, faults } = parsed.data
  return { ...untouched, refusal: { code: isCode(code) ? code : 'unavailable', why: refusal?.why }, faults: faults ?? {} }
}

const isCode = (text: string): text is keyof typeof refusalStatus => Object.hasOwn(refusalStatus, text)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
