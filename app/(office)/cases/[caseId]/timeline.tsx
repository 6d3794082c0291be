import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { dayFormat } from '@/app/_parts/day-format'
import { useTypeName } from '@/app/_parts/evidence-line'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { caseHistory } from '@/lib/cases/history.queries'
import { listContacts } from '@/lib/contacts/queries'
import type { CaseView } from './_frame/case-view'
import { ContactEntry } from './contacts/contact-entry'
import { type Happened, type TimelineKind, timelineKinds, timelineOf } from './timeline-items'

/** What happened, newest first, all of it or one kind. */
export async function Timeline({ view, show }: { view: CaseView; show: string | undefined }) {
  const { actor, kase, evidence } = view
  const [t, { contacts }, { moves }] = [
    await getTranslations('casePage'),
    await listContacts(actor, { caseId: kase.id }),
    await caseHistory(actor, { caseId: kase.id }),
  ]
  const only = timelineKinds.find((kind) => kind === show)
  const items = timelineOf({ contacts, documents: evidence.items, moves }, only)
  return (
    <Panel title={t('timeline')} aside={<Filter caseId={kase.id} only={only} />}>
      {items.length === 0 && <EmptyState title={t('timeline')} text={t('timelineEmpty')} />}
      <ol className="grid gap-3">
        {items.map((item) => (
          <li key={`${item.kind}${item.at}${idOf(item)}`} className="border-b border-line pb-3">
            <Entry item={item} view={view} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const idOf = (item: Happened) => (item.kind === 'contact' ? item.contact.id : item.id)

const filterWords = { contact: 'filterContacts', document: 'filterDocuments', move: 'filterMoves' } as const

async function Filter({ caseId, only }: { caseId: string; only: TimelineKind | undefined }) {
  const t = await getTranslations('casePage')
  const look = 'px-1.5 text-dense text-ink-2 aria-[current]:font-semibold aria-[current]:text-primary'
  return (
    <nav aria-label={t('filter')} className="flex flex-wrap">
      <Link href={`/cases/${caseId}`} aria-current={only === undefined ? 'true' : undefined} className={look}>
        {t('filterAll')}
      </Link>
      {timelineKinds.map((kind) => (
        <Link
          key={kind}
          href={`/cases/${caseId}?show=${kind}`}
          aria-current={only === kind ? 'true' : undefined}
          className={look}
        >
          {t(filterWords[kind])}
        </Link>
      ))}
    </nav>
  )
}

async function Entry({ item, view }: { item: Happened; view: CaseView }) {
  const format = await dayFormat()
  const when = format.dateTime(new Date(item.at), { dateStyle: 'medium', timeStyle: 'short', timeZone: view.actor.timeZone })
  if (item.kind === 'contact') return <ContactEntry contact={item.contact} when={when} />
  if (item.kind === 'document') return <Document code={item.code} when={when} types={view.evidence.types} />
  return <Move move={item} when={when} />
}

async function Move({ move, when }: { move: Extract<Happened, { kind: 'move' }>; when: string }) {
  const [t, words] = [await getTranslations('casePage'), await getTranslations('words')]
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-dense text-muted">{when}</span>
        <Pill tone="info">{t('filterMoves')}</Pill>
        <b>{move.from === null ? t('openedHere') : t('movedTo', { stage: words(`stage.${move.to}`) })}</b>
        {move.overrode && <Pill tone="wait">{t('overrode')}</Pill>}
        <span className="text-dense text-muted">{move.byClient ? words('mover.client') : move.by}</span>
      </p>
      {move.reason !== '' && <p className="text-ink-2">{move.reason}</p>}
    </div>
  )
}

function Document({ code, when, types }: { code: string; when: string; types: CaseView['evidence']['types'] }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-dense text-muted">{when}</span>
      <Received name={useTypeName(types)(code)} />
    </p>
  )
}

async function Received({ name }: { name: string }) {
  const t = await getTranslations('casePage')
  return (
    <>
      <Pill tone="ok">{t('filterDocuments')}</Pill>
      {t('documentReceived', { name })}
    </>
  )
}
