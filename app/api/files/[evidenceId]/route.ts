import { refusedDownload } from '@/app/_parts/refused-download'
import { answerOf } from '@/lib/core/action'
import type { Actor } from '@/lib/core/actor'
import { Refusal } from '@/lib/core/refusal'
import { currentActor } from '@/lib/core/session'
import { evidenceOriginal, evidencePreview } from '@/lib/evidence/file.queries'
import { keptFiles } from '@/lib/evidence/kept-files'
import { downloadHeaders, previewHeaders } from '@/lib/platform/file-headers'

export const dynamic = 'force-dynamic'

type Params = { params: Promise<{ evidenceId: string }> }

/** The picture of an evidence file, or with `?original` the file as received, to be saved. Each leaves its line in the access log. */
export async function GET(request: Request, { params }: Params) {
  const [actor, { evidenceId }] = [await currentActor(), await params]
  if (actor === undefined) return gone(request)
  const kind = new URL(request.url).searchParams.has('original') ? 'original' : 'preview'
  const served = await answerOf(() => serve[kind](actor, evidenceId))
  return (served.ok ? served.value : undefined) ?? gone(request)
}

const serve = {
  async original(actor: Actor, evidenceId: string) {
    const { hash, name, kind } = await evidenceOriginal(actor, { evidenceId })
    return fileOf(actor, hash, downloadHeaders(name, kind))
  },
  async preview(actor: Actor, evidenceId: string) {
    const { hash } = await evidencePreview(actor, { evidenceId })
    return fileOf(actor, hash, previewHeaders())
  },
}

async function fileOf(actor: Actor, hash: string, headers: Record<string, string>) {
  const bytes = await keptFiles().read(actor.organisationId, hash)
  return bytes === undefined ? undefined : new Response(Buffer.from(bytes), { headers })
}

/** A stranger's file and a missing one look the same. */
const gone = (request: Request) => refusedDownload(request, new Refusal('not_found'))
