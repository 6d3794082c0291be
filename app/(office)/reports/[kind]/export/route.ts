import { exportResponse } from '@/app/_parts/export-response'
import { Refusal, refusalStatus } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'

type Context = { params: Promise<{ kind: string }> }

export async function GET(request: Request, { params }: Context) {
  const [actor, { kind }] = [await requireStaff(), await params]
  try {
    return await exportResponse(actor, { kind, format: new URL(request.url).searchParams.get('format') })
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ code: error.code }, { status: refusalStatus[error.code] })
    throw error
  }
}
