import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayFormat } from '@/app/_parts/day-format'
import { dayOf } from '@/app/_parts/day-of'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import type { ClientView } from '@/lib/clients/view'
import type { Actor } from '@/lib/core/actor'
import { listInvitations } from '@/lib/invitations/queries'
import { listDelegates } from '@/lib/portal/delegates.queries'
import { InviteDelegate, InviteForm, RevokeInvitation, SigningCodeForm } from './portal-access-forms'
import { Secret } from './secret'

type Props = { client: ClientView; actor: Actor }
type Listed = Awaited<ReturnType<typeof listInvitations>>
type Invited = Listed['invitations'][number]

/** The office's side of the portal: ways in that were given out, and the code for signing by telephone. */
export async function PortalAccess({ client, actor }: Props) {
  const t = await getTranslations('entry')
  const { invitations, signingCode } = await listInvitations(actor, { clientId: client.id })
  return (
    <Panel title={t('office.title')} id="portal">
      <p className="text-muted">{t('office.text')}</p>
      {invitations.length === 0 && <p>{t('office.none')}</p>}
      <ul className="grid gap-3">
        {invitations.slice(0, 5).map((invitation) => (
          <li key={invitation.id} className="grid gap-1 border-b border-line pb-3">
            <Invitation clientId={client.id} invitation={invitation} timeZone={actor.timeZone} />
          </li>
        ))}
      </ul>
      <InviteForm clientId={client.id} isAgain={invitations.length > 0} />
      <Family clientId={client.id} actor={actor} />
      <Signing client={client} code={signingCode} timeZone={actor.timeZone} />
    </Panel>
  )
}

/** Family the client authorised, each with a way in of their own. */
async function Family({ clientId, actor }: { clientId: string; actor: Actor }) {
  const t = await getTranslations('delegates')
  const { delegates } = await listDelegates(actor, { clientId })
  const inForce = delegates.filter((delegate) => delegate.isInForce)
  if (inForce.length === 0) return null
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">{t('office.title')}</h3>
      <ul className="grid gap-2">
        {inForce.map(({ id, name, relation, verbs, hasEntered }) => (
          <li key={id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <b>{name}</b> {relation} {hasEntered && <Pill tone="ok">{t('office.entered')}</Pill>}
            </p>
            <p className="text-dense text-muted">{verbs.map((verb) => t(`verb.${verb}`)).join(' · ')}</p>
            <InviteDelegate clientId={clientId} delegationId={id} />
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Invitation({ clientId, invitation, timeZone }: { clientId: string; invitation: Invited; timeZone: string }) {
  const [t, civil] = [await getTranslations('entry'), civilDates(await getLocale())]
  const day = (at: string) => civil.inText(dayOf(at, timeZone))
  const { id, isOpen, renewalAskedAt, delegationId } = invitation
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Standing invitation={invitation} timeZone={timeZone} />
        {delegationId !== null && <Pill>{t('office.delegate')}</Pill>}
        {renewalAskedAt !== null && <Pill tone="wait">{t('office.asked', { date: day(renewalAskedAt) })}</Pill>}
      </p>
      {isOpen && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1">
          <dt className="text-muted">{t('office.link')}</dt>
          <dd className="min-w-0">
            <Secret clientId={clientId} id={id} part="link" />
          </dd>
          <dt className="text-muted">{t('office.code')}</dt>
          <dd>
            <Secret clientId={clientId} id={id} part="code" />
          </dd>
        </dl>
      )}
      {isOpen && <RevokeInvitation invitationId={id} />}
    </>
  )
}

async function Standing({ invitation, timeZone }: { invitation: Invited; timeZone: string }) {
  const [t, civil] = [await getTranslations('entry'), civilDates(await getLocale())]
  const day = (at: string) => civil.inText(dayOf(at, timeZone))
  const { isOpen, usedAt, revokedAt, expiresAt } = invitation
  if (isOpen) return <Pill tone="wait">{t('office.open', { date: day(expiresAt) })}</Pill>
  if (revokedAt !== null) return <Pill>{t('office.revoked', { date: day(revokedAt) })}</Pill>
  return usedAt === null ? <Pill>{t('office.over')}</Pill> : <Pill tone="ok">{t('office.used', { date: day(usedAt) })}</Pill>
}

async function Signing({ client, code, timeZone }: { client: ClientView; code: Listed['signingCode']; timeZone: string }) {
  const [t, format] = [await getTranslations('entry'), await dayFormat()]
  const timeOf = (at: string) => format.dateTime(new Date(at), { timeStyle: 'short', timeZone })
  return (
    <div id="signing" className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">{t('office.signing')}</h3>
      <p className="text-dense text-muted">{t('office.signingText')}</p>
      {code !== null && (
        <div role="status" className="flex flex-wrap items-center gap-2">
          {t('office.signingOpen', { time: timeOf(code.expiresAt) })}
          <Secret clientId={client.id} id={code.id} part="signingCode" />
        </div>
      )}
      <SigningCodeForm clientId={client.id} />
    </div>
  )
}
