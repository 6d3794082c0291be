import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { listRights } from '@/lib/rights/queries'
import { AnswerForm, EraseForm, PlaceHold, ProposeForm, ReleaseHold } from './rights-forms'

type Props = { clientId: string; actor: Actor }
type Rights = Awaited<ReturnType<typeof listRights>>

/** What the client asked about their data, how long it is kept, and what stops it from being erased. */
export async function RightsPanel({ clientId, actor }: Props) {
  const t = await getTranslations('rights')
  const rights = await listRights(actor, { clientId })
  return (
    <Panel title={t('office.title')} id="rights">
      <Clock rights={rights} />
      <Hold rights={rights} clientId={clientId} mayHold={mayDo(actor, 'legalHold.place')} />
      {rights.requests.length === 0 && <p className="text-muted">{t('office.none')}</p>}
      <ul className="grid gap-3">
        {rights.requests.map((request) => (
          <li key={request.id} className="grid gap-2 border-b border-line pb-3">
            <Request request={request} actor={actor} isHeld={rights.hold !== null} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function Clock({ rights: { keptUntil, isDue } }: { rights: Rights }) {
  const [t, civil] = [await getTranslations('rights'), civilDates(await getLocale())]
  return (
    <p className="flex flex-wrap items-center gap-2">
      {keptUntil === null ? t('office.clockOpen') : t('office.clock', { date: civil.inText(keptUntil) })}
      {isDue && <Pill tone="wait">{t('office.due')}</Pill>}
    </p>
  )
}

async function Hold({ rights: { hold }, clientId, mayHold }: { rights: Rights; clientId: string; mayHold: boolean }) {
  const t = await getTranslations('rights')
  if (hold === null) return mayHold ? <PlaceHold clientId={clientId} /> : null
  return (
    <div className="grid gap-2 rounded-m bg-wait-bg px-3 py-2 text-wait">
      <p>{t('office.hold', { reason: hold.reason })}</p>
      {mayHold && <ReleaseHold holdId={hold.id} />}
    </div>
  )
}

type RequestProps = { request: Rights['requests'][number]; actor: Actor; isHeld: boolean }

async function Request({ request, actor, isHeld }: RequestProps) {
  const [t, civil] = [await getTranslations('rights'), civilDates(await getLocale())]
  const day = (at: string) => civil.inText(dayOf(at, actor.timeZone))
  const { id, kind, note, status, answer, askedAt, decidedAt } = request
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <b>{t(`kind.${kind}`)}</b>
        <Pill tone={decidedAt === null ? 'wait' : 'ok'}>{t(`status.${status}`)}</Pill>
        <span className="text-dense text-muted">{t('asked', { date: day(askedAt) })}</span>
      </p>
      {note !== '' && <p className="whitespace-pre-wrap break-words">{note}</p>}
      {decidedAt !== null && <p className="text-dense">{t('office.answered', { date: day(decidedAt), answer })}</p>}
      {decidedAt === null && mayDo(actor, 'rights.answer') && <AnswerForm requestId={id} isDeletion={kind === 'DELETE'} />}
      {decidedAt === null && kind === 'DELETE' && <Erasure request={request} actor={actor} isHeld={isHeld} />}
    </>
  )
}

async function Erasure({ request: { id, status, proposedByMe }, actor, isHeld }: RequestProps) {
  const t = await getTranslations('rights')
  if (status === 'OPEN') return mayDo(actor, 'rights.proposeErasure') ? <ProposeForm requestId={id} /> : null
  const mayErase = mayDo(actor, 'client.erase') && !proposedByMe && !isHeld
  return (
    <>
      <p className="text-dense">{t('office.proposed')}</p>
      {mayErase && <EraseForm requestId={id} />}
    </>
  )
}
