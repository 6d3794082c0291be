import { messages } from '@/lib/i18n/catalogue'
import { html } from '@/lib/platform/html'
import { plainPage, type Reader } from './plain-page'

/** Where the words were going, the door that opens first, and the words. */
type Kept = { action: string; door: string; body: string }

/**
 * Gives back what somebody wrote while their session ended, in a form that sends it once they are in again: nothing of it is
 * kept anywhere but on their own screen.
 */
export function keptPage(reader: Reader, { action, door, body }: Kept): string {
  const { thread, entry } = messages[reader.locale]
  return plainPage(
    reader,
    thread.ended,
    html`<p class="lead" role="status">${thread.endedText}</p>
<p><a class="alt" href="${door}" target="_blank" rel="noopener">${entry.deviceSubmit}</a></p>
<form action="${action}" method="post" enctype="multipart/form-data" class="card">
<label class="field">${thread.write}
<textarea name="body" rows="6" required maxlength="2000">
${body}</textarea></label>
<button class="big" type="submit">${thread.send}</button>
</form>`,
  )
}
