import type { Outcome } from './send-files'

const keys = new WeakMap<File, string>()

/** The same for every try of a file: if an answer got lost, a repeat does not make a second document of it. */
function keyOf(file: File): string {
  const key = keys.get(file) ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  keys.set(file, key)
  return key
}

/** What was chosen, and what is sent for it. */
type Parcel = { chosen: File; sent: File }

/** Sends one file with the form's other fields, and knows how far it is. */
export function carry(form: HTMLFormElement, { chosen, sent }: Parcel, onPercent: (percent: number) => void): Promise<Outcome> {
  const body = new FormData(form)
  body.set('file', sent, sent.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((100 * loaded) / Math.max(total, 1)))
    request.onload = () => resolve(outcomeOf(request))
    request.onerror = () => resolve({ state: 'unreachable' })
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', keyOf(chosen))
    request.send(body)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome {
  if (status === 200) return { state: 'taken' }
  if (status === 401) location.reload() // the page knows the way in, and back to it
  return status >= 500 ? { state: 'unreachable' } : { state: 'refused', word: responseText }
}

/** Until the network is back, or a little longer each time. */
export const rest = (attempt: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      window.removeEventListener('online', go)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(go, navigator.onLine ? attempt * 3000 : 600_000)
    window.addEventListener('online', go)
  })
