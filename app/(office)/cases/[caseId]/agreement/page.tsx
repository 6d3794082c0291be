import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { listAgreements } from '@/lib/agreements/queries'
import { requireStaff } from '@/lib/core/session'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { AgreementPanels } from './agreement-panels'

type Params = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('agreements'))('title') }
}

/** What was agreed: the lender's plan beside ours, paper and receipt, then the ledger until the last instalment. */
export default async function AgreementPage({ params }: Params) {
  const [actor, { caseId }] = [await requireStaff(), await params]
  const t = await getTranslations('agreements')
  const view = await caseView(actor, caseId)
  const { agreements, breachDays } = await orNotFound(listAgreements(actor, { caseId }))
  return (
    <CaseFrame view={view} tab="repayment">
      {agreements.length === 0 && (
        <EmptyState
          title={t('noneTitle')}
          text={t('noneText')}
          action={
            <Link href={`/cases/${caseId}/proposals`} className={buttonClass()}>
              {t('toProposals')}
            </Link>
          }
        />
      )}
      {agreements.map((agreement) => (
        <AgreementPanels key={agreement.id} agreement={agreement} view={view} breachDays={breachDays} />
      ))}
    </CaseFrame>
  )
}
