import { getLocale, getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { ButtonLink } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { told } from '@/lib/audit/sentence'
import { caseHistory } from '@/lib/cases/history.queries'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { whoWords } from '../../../settings/log-words'
import { CaseFrame } from '../_frame/case-frame'
import { type CaseView, caseView } from '../_frame/case-view'
import { UndoMove } from '../_frame/undo-move'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ before?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('casePage'))('historyTitle') }
}

/** The audit of one case in sentences: who did what, and when; the last move can be taken back here, however long ago. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [actor, { caseId }, { before }] = [await requireStaff(), await params, await searchParams]
  const t = await getTranslations('casePage')
  const view = await caseView(actor, caseId)
  const page = /^\d{1,12}$/.test(before ?? '') ? Number.parseInt(before ?? '', 10) : undefined
  const { events, consents, next } = await caseHistory(actor, { caseId, ...(page === undefined ? {} : { before: page }) })
  const undo = page === undefined && mayDo(actor, 'case.undoMove') ? undoOf(view) : undefined
  const lastMove = events.find(({ event }) => event.type === 'case.moved')
  return (
    <CaseFrame view={view} tab="history">
      <Panel title={t('historyTitle')}>
        <p className="text-muted">{t('historyText')}</p>
        <ol className="grid gap-2">
          {linesOf(events, consents).map((line) => (
            <Line key={keyOf(line)} line={line} view={view} undo={line === lastMove ? undo : undefined} />
          ))}
        </ol>
        {next !== null && <ButtonLink href={`/cases/${caseId}/history?before=${next}`}>{t('historyMore')}</ButtonLink>}
      </Panel>
    </CaseFrame>
  )
}

const undoOf = ({ kase }: CaseView) => (kase.lastMove?.canUndo ? kase.lastMove.eventId : undefined)

type History = Awaited<ReturnType<typeof caseHistory>>
type Told = History['events'][number] | History['consents'][number]

/** Events and consents as one story, newest first. */
const linesOf = (events: History['events'], consents: History['consents']): Told[] =>
  [...events, ...consents].toSorted((a, b) => b.at.localeCompare(a.at))

const keyOf = (line: Told) => ('seq' in line ? line.seq : `${line.at} ${JSON.stringify(line.event)}`)

type LineProps = { line: Told; view: CaseView; undo: string | undefined }

async function Line({ line, view, undo }: LineProps) {
  const [{ at, event }, who] = [line, 'seq' in line ? await whoOf(line) : await wayOf(line)]
  const [audit, format, locale] = [await getTranslations('audit'), await dayFormat(), await getLocale()]
  const sentence = told(event, { locale, evidenceTypes: view.evidence.types, fieldName: (field) => field })
  return (
    <li className="flex flex-wrap gap-x-3 border-b border-line pb-2">
      <span className="text-dense text-muted">
        {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: view.actor.timeZone })}
      </span>
      <span>{sentence === undefined ? event.type : audit(sentence.key, sentence.values)}</span>
      <span className="ml-auto text-dense text-muted">{who}</span>
      {undo !== undefined && <UndoMove caseId={view.kase.id} version={view.kase.version} eventId={undo} />}
    </li>
  )
}

const whoOf = async ({ kind, by }: History['events'][number]) => (await whoWords())({ kind, name: by })

/** Which way the client agreed. */
async function wayOf({ channel }: History['consents'][number]) {
  const t = await getTranslations('fallback')
  return channel === null ? '' : t(`channel.${channel}`)
}
