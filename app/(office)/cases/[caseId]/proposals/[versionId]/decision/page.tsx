import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { getProposal } from '@/lib/proposals/queries'
import { DecisionForm } from './decision-form'

type Params = { params: Promise<{ caseId: string; versionId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('recordAnswer') }
}

/** Records what the creditor answered to this version. */
export default async function DecisionPage({ params }: Params) {
  const { caseId, versionId } = await params
  const actor = await requireStaff()
  const t = await getTranslations('proposals')
  const proposal = await orNotFound(getProposal(actor, { versionId }))
  return (
    <>
      <PageHeader title={t('recordAnswer')} note={`${proposal.source.caseNo} · ${t('version', { number: proposal.number })}`}>
        <Link href={`/cases/${caseId}/proposals/${versionId}`} className={buttonClass()}>
          {t('toVersion')}
        </Link>
      </PageHeader>
      <div className="grid max-w-[760px] gap-4 p-5">
        {proposal.may.decide ? (
          <DecisionForm proposal={proposal} />
        ) : (
          <EmptyState title={t('notSentTitle')} text={t('notSentText')} />
        )}
      </div>
    </>
  )
}
