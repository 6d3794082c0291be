import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { GiveConsent } from '@/app/(office)/clients/[clientId]/consent-form'
import { getClient } from '@/lib/clients/queries'
import type { Actor } from '@/lib/core/actor'
import { expectMay } from '@/lib/core/expect-may'
import { requireStaff } from '@/lib/core/session'
import { productList } from '@/lib/creditors/queries'
import { OpenCaseForm } from './open-case-form'

type Props = { searchParams: Promise<{ client?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('casePage'))('newTitle') }
}

/** One client, one creditor, one case. */
export default async function NewCasePage({ searchParams }: Props) {
  const [actor, t, { client }] = [await requireStaff(), await getTranslations('casePage'), await searchParams]
  await orNotFound(expectMay(actor, 'case.open'))
  return (
    <>
      <PageHeader title={t('newTitle')} />
      <div className="grid max-w-[720px] gap-4 p-5">
        <p className="text-ink-2">{t('newText')}</p>
        {client === undefined ? <ChooseClient /> : <ForClient actor={actor} clientId={client} />}
      </div>
    </>
  )
}

async function ChooseClient() {
  const [t, people] = [await getTranslations('casePage'), await getTranslations('people')]
  const doors = (
    <p className="flex flex-wrap justify-center gap-2">
      <ButtonLink look="primary" href="/clients">
        {people('searchTitle')}
      </ButtonLink>
      <ButtonLink href="/clients/new">{people('newClient')}</ButtonLink>
    </p>
  )
  return <EmptyState title={t('chooseClient')} text={people('emptyText')} action={doors} />
}

async function ForClient({ actor, clientId }: { actor: Actor; clientId: string }) {
  const t = await getTranslations('casePage')
  const client = await orNotFound(getClient(actor, { clientId }))
  const hasAgreed = client.consents.some(({ purpose, withdrawnAt }) => purpose === 'PROCESSING' && withdrawnAt === null)
  return (
    <Panel title={client.maskedName}>
      {hasAgreed ? (
        <OpenCaseForm clientId={client.id} products={(await productList(actor)).filter((product) => product.isActive)} />
      ) : (
        <>
          <p className="text-wait">{t('consentFirst')}</p>
          <GiveConsent clientId={client.id} purpose="PROCESSING" />
        </>
      )}
    </Panel>
  )
}
