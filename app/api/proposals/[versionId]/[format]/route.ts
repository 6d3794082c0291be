import { paperResponse } from '@/app/api/paper-response'
import { getLetter } from '@/lib/proposals/letter.queries'
import { letterFileName, proposalPaper } from '@/lib/proposals/letter-pdf'

type Context = { params: Promise<{ versionId: string; format: string }> }

/** The letter of a version as a PDF or a Word file, exactly as it is kept, or as an extract for who may not read all of it. */
export async function GET(request: Request, { params }: Context) {
  const { versionId, format } = await params
  return paperResponse(request, format, async (actor) => {
    const letter = await getLetter(actor, { versionId })
    return { name: letterFileName(letter), paper: proposalPaper(letter) }
  })
}
