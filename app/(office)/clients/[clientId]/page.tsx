import { getTranslations } from 'next-intl/server'
import { Hardships } from '@/app/_parts/client-file/hardships'
import { Statements } from '@/app/_parts/client-file/statements'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { mayNow } from '@/app/(office)/cases/[caseId]/_frame/at-rest'
import { RestingNote } from '@/app/(office)/cases/[caseId]/_frame/offered'
import { getClient } from '@/lib/clients/queries'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { now } from '@/lib/platform/clock'
import { civilDateIn } from '@/lib/platform/dates'
import { Authorisations } from './authorisations'
import { Cases } from './cases'
import { Consents } from './consents'
import { PortalAccess } from './portal-access'
import { Profile } from './profile'
import { RightsPanel } from './rights'

type Props = { params: Promise<{ clientId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('profile') }
}

/** Everything that belongs to the person rather than to a case, masked. */
export default async function ClientPage({ params }: Props) {
  const [actor, t, { clientId }] = [await requireStaff(), await getTranslations('people'), await params]
  const client = await orNotFound(getClient(actor, { clientId }))
  const view = { actor, client }
  const mayEdit = mayDo(actor, 'client.update')
  const today = civilDateIn(now(), actor.timeZone)
  return (
    <>
      <PageHeader title={client.maskedName} note={t('profile')}>
        {mayNow(view, 'case.open') && (
          <ButtonLink look="primary" href={`/cases/new?client=${client.id}`}>
            {t('newCase')}
          </ButtonLink>
        )}
      </PageHeader>
      <div className="grid items-start gap-4 p-5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <RestingNote view={view} />
          <Profile client={client} mayEdit={mayEdit} mayReveal={mayDo(actor, 'client.reveal')} />
          <Hardships client={client} mayEdit={mayNow(view, 'hardship.record')} />
          <Statements client={client} mayEdit={mayNow(view, 'statement.save')} today={today} />
        </div>
        <div className="grid min-w-0 gap-4">
          <Cases client={client} />
          {mayAsk(actor, 'invitation.list') && <PortalAccess client={client} actor={actor} />}
          <Consents client={client} mayEdit={mayDo(actor, 'consent.give')} timeZone={actor.timeZone} />
          <Authorisations
            client={client}
            agent={actor.organisationName}
            today={today}
            mayRecord={mayNow(view, 'authorisation.record')}
            mayRevoke={mayDo(actor, 'authorisation.revoke')}
          />
          {mayAsk(actor, 'rights.list') && <RightsPanel clientId={client.id} actor={actor} />}
        </div>
      </div>
    </>
  )
}
