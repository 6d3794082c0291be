import { getTranslations } from 'next-intl/server'
import { refusedDownload } from '@/app/_parts/refused-download'
import { Refusal } from '@/lib/core/refusal'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { csvChunks } from '@/lib/platform/csv'
import { civilDateIn } from '@/lib/platform/dates'
import { downloadHeaders } from '@/lib/platform/file-headers'
import { streamOf } from '@/lib/platform/stream'
import { listProtection } from '@/lib/protection/queries'
import { unlessForbidden } from '../../unless-forbidden'
import { assessmentFacts, incidentFacts } from '../facts'

export const dynamic = 'force-dynamic'

const names = ['kind', 'recordId', 'version', 'savedBy', 'savedAt', 'title', 'part', 'said'] as const

/** Every version of every record, a part of it a row: for whoever audits the office [PIPL 54, 56]. */
export async function GET(request: Request) {
  const [actor, t] = [await requireStaff(), await getTranslations('protection')]
  const ledger = await unlessForbidden(listProtection(actor))
  if (ledger === undefined) return refusedDownload(request, new Refusal('forbidden'))
  const columns = names.map((key) => ({ key, title: t(`field.${key}`), kind: 'text' as const }))
  const rows = [
    ...ledger.assessments.map(async (one) => rowsOf(t('assessments'), one, await assessmentFacts(one))),
    ...ledger.incidents.map(async (one) => rowsOf(t('incidents'), one, await incidentFacts(one))),
  ]
  const name = `${t('assessments')}-${civilDateIn(now(), actor.timeZone)}.csv`
  return new Response(streamOf(csvChunks({ columns, rows: (await Promise.all(rows)).flat() })), {
    headers: downloadHeaders(name, 'text/csv; charset=utf-8'),
  })
}

type Version = { id: string; version: number; by: string; savedAt: string; title: string }
const rowsOf = (kind: string, { id, version, by, savedAt, title }: Version, facts: readonly (readonly string[])[]) =>
  facts.map((fact) => [kind, id, String(version), by, savedAt, title, ...fact])
