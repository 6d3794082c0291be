import { paperResponse } from '@/app/api/paper-response'
import { letterPaper } from '@/lib/letters/letter-paper'
import { getKeptLetter } from '@/lib/letters/letters.queries'
import { thaw } from '@/lib/proposals/frozen-letter'

type Context = { params: Promise<{ letterId: string; format: string }> }

/** A letter of a case as a PDF or a Word file, exactly as it is kept. */
export async function GET(request: Request, { params }: Context) {
  const { letterId, format } = await params
  return paperResponse(request, format, async (actor) => {
    const { caseNo, locale, ...kept } = await getKeptLetter(actor, { letterId })
    const letter = thaw(kept, locale)
    return { name: `${caseNo}-${kept.writtenAt.slice(0, 10)}`, paper: letterPaper({ letter, caseNo, schedules: [] }) }
  })
}
