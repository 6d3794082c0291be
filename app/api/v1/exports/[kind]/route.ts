import { randomUUID } from 'node:crypto'
import { exportResponse } from '@/app/_parts/export-response'
import { Refusal } from '@/lib/core/refusal'
import { reportBug } from '@/lib/core/report-bug'
import { actorOfRequest } from '@/lib/core/session'
import { problemResponse } from '@/lib/registry/problem'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ kind: string }> }

/** The exports of the registry as files: the one answer of /api/v1 that is not JSON. */
export async function GET(request: Request, { params }: Context) {
  const { actor } = await actorOfRequest(request)
  const requestId = request.headers.get('x-request-id') ?? randomUUID()
  try {
    if (actor === undefined) throw new Refusal('unauthenticated')
    return await exportResponse(actor, { kind: (await params).kind, format: new URL(request.url).searchParams.get('format') })
  } catch (error) {
    const problem = problemResponse(error, { locale: actor?.locale ?? 'zh-CN', requestId })
    if (problem.status >= 500) reportBug(error, requestId)
    return problem
  }
}
