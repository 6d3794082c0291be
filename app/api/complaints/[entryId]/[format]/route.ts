import { languageOf, paperResponse } from '@/app/api/paper-response'
import { conductComplaint } from '@/lib/conduct/queries'
import { Refusal } from '@/lib/core/refusal'
import { letterPaper } from '@/lib/letters/letter-paper'

type Context = { params: Promise<{ entryId: string; format: string }> }

/** A complaint about one contact as a file to send; one that has gaps or words that cannot stand gives none. */
export async function GET(request: Request, { params }: Context) {
  const { entryId, format } = await params
  return paperResponse(request, format, async (actor) => {
    const locale = languageOf(request, actor)
    const { letter, faults, caseNo } = await conductComplaint(actor, { entryId, locale })
    if (faults.length > 0) throw new Refusal('rule', { why: 'letter', findings: faults })
    return { name: `${caseNo}-complaint`, paper: letterPaper({ letter, caseNo, schedules: [] }) }
  })
}
