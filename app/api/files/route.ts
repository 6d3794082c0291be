import { stateOf } from '@/app/_parts/form/form-state'
import { formValues } from '@/app/_parts/form/form-values'
import { receivedForm } from '@/app/_parts/received-file'
import { refusedDownload } from '@/app/_parts/refused-download'
import { type Answer, answerOf } from '@/lib/core/action'
import { execute } from '@/lib/core/command'
import { isOwnOrigin } from '@/lib/core/own-origin'
import { Refusal, refusalStatus } from '@/lib/core/refusal'
import { currentActor } from '@/lib/core/session'
import { ownPath } from '@/lib/core/session-preferences'
import { uploadEvidence } from '@/lib/evidence/commands'
import { sessionSettings } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/**
 * Takes in one document from the office: a plain form before scripts run (answered with the page it came from), a request
 * with progress afterwards (answered as JSON). Streamed up to its limit, so that a huge body costs nothing.
 */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (actor === undefined || actor.kind !== 'staff' || !isOwnOrigin(request, sessionSettings().origin))
    return refusedDownload(request, new Refusal('forbidden'))
  const form = await receivedForm(request)
  if (form === undefined) return refusedDownload(request, new Refusal('too_large'))
  const { texts, file = { name: '', content: '' } } = form
  const values = { ...formValues(texts), fileName: file.name, content: file.content }
  const answer = await answerOf(() => execute(uploadEvidence, actor, values))
  const isPage = request.headers.get('accept')?.includes('text/html') === true
  return isPage ? back(texts.get('_back'), answer) : inJson(answer)
}

const inJson = (answer: Answer<unknown>) =>
  answer.ok
    ? Response.json(answer.value)
    : Response.json({ code: answer.code, ...stateOf(answer, []) }, { status: refusalStatus[answer.code] })

function back(to: FormDataEntryValue | null, answer: Answer<unknown>) {
  const path = ownPath(to)
  return new Response(null, { status: 303, headers: { location: answer.ok ? path : `${path}?problem=${problemOf(answer)}` } })
}

/** What a plain page can say: the fault of the file, the rule, or the code. */
const problemOf = ({ code, details }: { code: string; details: Record<string, unknown> }) =>
  encodeURIComponent(String(details['problem'] ?? details['why'] ?? code))
