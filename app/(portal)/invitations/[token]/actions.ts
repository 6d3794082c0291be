'use server'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'
import { rememberDevice, rememberSession, visitorHere } from '@/lib/core/session-client'
import { askForNewLink, enterWithCode } from '@/lib/invitations/door.commands'
import { isSixDigits } from '@/lib/invitations/secrets'
import { deviceDays } from '@/lib/invitations/tries'

/** Uses the link, once the code is right: only this button does, never looking at the page. */
export async function enterAction(form: FormData) {
  const [token, code] = [textOf(form, 'token'), textOf(form, 'code')]
  if (!isSixDigits(code)) redirect(`/invitations/${encodeURIComponent(token)}?error=digits`)
  const entered = await enterWithCode({ token, code }, await visitorHere()).catch(wordOf)
  if (typeof entered === 'string') redirect(`/invitations/${encodeURIComponent(token)}?${entered}`)
  await rememberSession(entered)
  await rememberDevice(entered.deviceToken, deviceDays)
  redirect('/portal')
}

/** Asks for a new link in place of one that is over. Says the same whatever the old one was. */
export async function askAgainAction(form: FormData) {
  const token = textOf(form, 'token')
  await askForNewLink(token, (await visitorHere()).now)
  redirect(`/invitations/${encodeURIComponent(token)}?asked=1`)
}

const words: Record<string, string> = { wrong_credentials: 'error=wrong', rule: 'error=over', not_found: '' }

function wordOf(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  const { seconds } = error.details
  if (error.code === 'too_many' && typeof seconds === 'number') return `error=locked&minutes=${Math.ceil(seconds / 60)}`
  return words[error.code] ?? 'error=wrong'
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
