import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { requireStaff } from '@/lib/core/session'
import { chinaCalendar } from '@/lib/platform/china-calendar'
import { addWorkingDays } from '@/lib/platform/working-days'
import { thaw } from '@/lib/proposals/frozen-letter'
import { getProposal } from '@/lib/proposals/queries'
import { onlyForSending } from '@/lib/proposals/readiness'
import { KeptLetter } from '../kept-letter'
import { Answers } from './answers'
import { Approval } from './approval'
import { Lacking } from './lacking'
import { SendForm } from './send-form'
import { Statements } from './statements'

type Params = { params: Promise<{ caseId: string; versionId: string }> }

/** Working days after which it is fair to look again. */
const replyDays = 10

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('checkTitle') }
}

/** Everything once more before it goes out, each line with its way back; then the client, then the creditor. */
export default async function CheckPage({ params }: Params) {
  const { caseId, versionId } = await params
  const actor = await requireStaff()
  const t = await getTranslations('proposals')
  const proposal = await orNotFound(getProposal(actor, { versionId }))
  const base = `/cases/${caseId}/proposals/${versionId}`
  if (!proposal.may.save) redirect(base)
  if (proposal.lacking.includes('overAffordableReason')) redirect(`${base}/over`)
  const maySend = proposal.may.send && proposal.lacking.length === 0 && !proposal.factsChanged
  const isShowable = proposal.lacking.every((need) => onlyForSending.has(need)) && !proposal.factsChanged
  return (
    <>
      <PageHeader
        title={t('checkTitle')}
        note={`${proposal.source.caseNo} · ${t('versionOf', { number: proposal.number, name: proposal.source.clientName })}`}
      >
        <Link href={base} className={buttonClass()}>
          {t('changePlan')}
        </Link>
      </PageHeader>
      <div className="grid gap-4 p-5 xl:grid-cols-[minmax(0,1fr)_430px]">
        <div className="grid min-w-0 content-start gap-4">
          <div id={maySend ? undefined : 'send'}>
            <Lacking proposal={proposal} />
          </div>
          <Answers proposal={proposal} />
          <Statements proposal={proposal} />
          <Approval proposal={proposal} isShowable={isShowable} />
          {maySend && (
            <SendForm
              proposal={proposal}
              caseId={caseId}
              files={thaw(proposal, proposal.letterLocale).attachments.length}
              replyBy={addWorkingDays(proposal.source.today, replyDays, chinaCalendar)}
            />
          )}
        </div>
        <KeptLetter proposal={proposal} />
      </div>
    </>
  )
}
