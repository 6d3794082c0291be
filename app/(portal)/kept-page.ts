import { messages } from '@/lib/i18n/catalogue'
import { html } from '@/lib/platform/html'
import { plainPage, type Reader } from './plain-page'

/** Where the words were going, the door that opens first (null where they are too long, no more), and the words. */
export type Kept = { action: string; door: string | null; body: string }

/**
 * Gives back what somebody wrote while their session ended, or wrote at too great length, in a form that sends it from there:
 * nothing of it is kept anywhere but on their own screen.
 */
export function keptPage(reader: Reader, { action, door, body }: Kept): string {
  const { thread } = messages[reader.locale]
  return plainPage(
    reader,
    door === null ? thread.tooLong : thread.ended,
    html`${door === null ? tooLong(reader) : ended(reader, door)}
<form action="${action}" method="post" enctype="multipart/form-data" class="card">
<label class="field">${thread.write}
<textarea name="body" rows="6" required${door === null && html` autofocus`}>
${body}</textarea></label>
<button class="big" type="submit">${thread.send}</button>
</form>`,
  )
}

function ended({ locale }: Reader, door: string) {
  const { thread, entry } = messages[locale]
  return html`<p class="lead" role="status">${thread.endedText}</p>
<p><a class="alt" href="${door}" target="_blank" rel="noopener">${entry.deviceSubmit}</a></p>`
}

const tooLong = ({ locale }: Reader) => html`<p class="wrong" role="alert">${messages[locale].portal.error.tooLong}</p>`
