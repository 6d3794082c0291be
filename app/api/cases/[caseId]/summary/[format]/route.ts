import { languageOf, paperResponse } from '@/app/api/paper-response'
import { caseSummary } from '@/lib/casefile/summary'
import { now } from '@/lib/platform/clock'

type Context = { params: Promise<{ caseId: string; format: string }> }

/** A case on a few sheets, as a PDF or a Word file, in the language asked for. */
export async function GET(request: Request, { params }: Context) {
  const { caseId, format } = await params
  return paperResponse(request, format, (actor) => caseSummary(actor, { caseId, locale: languageOf(request, actor) }, now()))
}
