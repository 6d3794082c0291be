import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormArea } from '@/app/_parts/form/fields'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { requireStaff } from '@/lib/core/session'
import { money, toText } from '@/lib/platform/money'
import { getProposal } from '@/lib/proposals/queries'
import { limitOf } from '@/lib/proposals/surplus'
import { saveReasonForm } from '../../actions'
import { dearMonth } from '../../dear-month'

type Params = { params: Promise<{ caseId: string; versionId: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('overTitle') }
}

/** The stop before an offer the household cannot keep up: change it first, or go on with a reason that is kept (SP-07). */
export default async function OverPage({ params }: Params) {
  const { caseId, versionId } = await params
  const actor = await requireStaff()
  const t = await getTranslations('proposals')
  const proposal = await orNotFound(getProposal(actor, { versionId }))
  const { affordability } = proposal
  if (affordability === null || affordability.fits || !proposal.may.save)
    redirect(`/cases/${caseId}/proposals/${versionId}/check`)
  const short = yuan(toText(money(affordability.buffer).neg()))
  const month = t('dearMonth', dearMonth(affordability, civilDates(await getLocale())))
  return (
    <>
      <PageHeader title={t('overTitle')} note={proposal.source.caseNo} />
      <div className="grid max-w-[720px] gap-4 p-5">
        <p role="alert" className="rounded-m bg-bad-bg px-4 py-3 text-section font-medium text-bad">
          {t('tooMuch', { month, short, limit: limitOf(proposal.source) })}
        </p>
        <p>{t('overText')}</p>
        <p>
          <Link href={`/cases/${caseId}/proposals/${versionId}`} className={buttonClass('primary')}>
            {t('changePlan')}
          </Link>
        </p>
        <Panel title={t('goOn')}>
          <CommandForm
            action={saveReasonForm}
            labels={{ overAffordableReason: t('overReason') }}
            submit={t('goOnWithReason')}
            look="secondary"
            hidden={{ versionId, 'version:int': proposal.version }}
            keeps
          >
            <FormArea
              name="overAffordableReason:blank"
              hint={t('overReasonHint')}
              maxLength={1000}
              defaultValue={proposal.overAffordableReason}
              required
            />
          </CommandForm>
        </Panel>
      </div>
    </>
  )
}
