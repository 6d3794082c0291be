import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { ButtonLink } from '@/app/_ui/button'
import { Panel } from '@/app/_ui/panel'
import { mayDo } from '@/lib/core/permissions'
import { requireStaff } from '@/lib/core/session'
import { listFallback } from '@/lib/fallback/queries'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Plan } from './plan'
import { WaysOn } from './ways-on'

type Params = { params: Promise<{ caseId: string }> }
export type Fallback = Awaited<ReturnType<typeof listFallback>>

export async function generateMetadata() {
  return { title: (await getTranslations('fallback'))('title') }
}

/** What can be done when the creditor says no: plans on record with their cautions, and the ways on to choose from. */
export default async function FallbackPage({ params }: Params) {
  const [actor, { caseId }] = [await requireStaff(), await params]
  const t = await getTranslations('fallback')
  const view = await caseView(actor, caseId)
  const known = await orNotFound(listFallback(actor, { caseId }))
  const mayPlan = mayDo(actor, 'fallback.plan') && view.kase.stage !== 'CLOSED'
  return (
    <CaseFrame view={view} tab="fallback">
      <Why known={known} caseId={caseId} />
      <Panel title={t('plans')}>
        {known.plans.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ul className="grid gap-3">
          {known.plans.map((plan) => (
            <Plan key={plan.id} plan={plan} mayUpdate={mayDo(actor, 'fallback.update') && view.kase.stage !== 'CLOSED'} />
          ))}
        </ul>
      </Panel>
      {mayPlan && <WaysOn known={known} view={view} />}
      <Education topics={known.topics} />
    </CaseFrame>
  )
}

async function Why({ known: { reason, refusals }, caseId }: { known: Fallback; caseId: string }) {
  const [t, words] = [await getTranslations('fallback'), await getTranslations('words')]
  return (
    <Panel title={t('title')}>
      <p className="max-w-[60em] text-ink-2">{t('lead')}</p>
      <p>
        {reason === null ? t('notYet') : t('reason', { reason: words(`fallbackReason.${reason}`) })}{' '}
        {refusals > 0 && t('refusals', { count: refusals })}
      </p>
      {refusals > 1 && <p className="rounded-m bg-wait-bg px-3 py-2 text-wait">{t('askReview')}</p>}
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={`/cases/${caseId}/proposals`}>{t('toProposals')}</ButtonLink>
        <span className="text-muted">{t('retryText')}</span>
      </div>
    </Panel>
  )
}

async function Education({ topics }: { topics: Fallback['topics'] }) {
  const t = await getTranslations('fallback')
  return (
    <Panel title={t('education')}>
      <p className="text-muted">{t('educationText')}</p>
      <ul className="grid max-w-[60em] list-disc gap-1 pl-5">
        {topics.map((topic) => (
          <li key={topic}>{t(`topic.${topic}`)}</li>
        ))}
      </ul>
    </Panel>
  )
}
