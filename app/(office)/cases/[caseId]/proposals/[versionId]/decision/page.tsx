import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/_parts/disclosure'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { getProposal, type Proposal } from '@/lib/proposals/queries'
import { AnswerList } from '../../answer-list'
import { DecisionForm } from './decision-form'

type Params = { params: Promise<{ caseId: string; versionId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('recordAnswer') }
}

/** What the creditor answered to this version; the form while an answer can still come, or change. */
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
        {proposal.decisions.length > 0 && (
          <div id="answers">
            <AnswerList decisions={proposal.decisions} stage={proposal.case.stage} />
          </div>
        )}
        {proposal.may.decide ? (
          <Form proposal={proposal} caseId={caseId} />
        ) : (
          <div id="answer">
            {proposal.decisions.length === 0 && <EmptyState title={t('notSentTitle')} text={t('notSentText')} />}
            {proposal.decisions.length > 0 && <p className="text-muted">{t('answerFinal')}</p>}
          </div>
        )}
      </div>
    </>
  )
}

/** Once every loan note is answered a new answer takes the place of the old one: nobody comes upon that form by accident. */
async function Form({ proposal, caseId }: { proposal: Proposal; caseId: string }) {
  const t = await getTranslations('proposals')
  const form = <DecisionForm proposal={proposal} caseId={caseId} />
  if (proposal.outcome === 'PENDING') return <div id="answer">{form}</div>
  return (
    <Disclosure label={t('correctAnswer')}>
      <div id="answer">
        <p className="mb-3 max-w-[60em] text-muted">{t('correctAnswerText')}</p>
        {form}
      </div>
    </Disclosure>
  )
}
