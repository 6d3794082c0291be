import { messages } from '@/lib/i18n/catalogue'
import { html } from '@/lib/platform/html'
import { plainPage, type Reader } from './plain-page'

/** A whole page in plain HTML that says that something is not there, and leads on. */
export function missingPage(reader: Reader): string {
  const { missing, back } = messages[reader.locale].portal
  return plainPage(
    reader,
    missing.title,
    html`<p class="lead">${missing.text}</p>
<a class="big" href="/portal">${back}</a>`,
  )
}
