import { getLocale, getTranslations } from 'next-intl/server'
import { clientHere } from '@/app/(portal)/client-here'
import { orMissing } from '@/app/(portal)/missing'
import { paperWords } from '@/lib/letters/paper-words'
import { frame } from '@/lib/portal/frame.queries'
import { plan } from '@/lib/portal/plan.queries'
import { DifficultyTold } from '../../difficulty-told'
import { Meaning } from '../../meaning'
import { Message } from '../../message'
import { Settles } from '../../settles'
import { StruckOut } from '../../struck-out'
import { Instalments } from './instalments'
import { SayPaid } from './say-paid'

type View = Awaited<ReturnType<typeof plan>>
type Props = { params: Promise<{ agreementId: string }>; searchParams: Promise<{ done?: string; error?: string }> }

/** Every instalment of my plan, and a way to say that one was paid or cannot be. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('portal')]
  const [view, said] = [await orMissing(plan(actor, await params)), await searchParams]
  const { may, needsCare, stoppedSince } = await frame(actor)
  const open = view.instalments.find(({ status }) => status !== 'PAID' && status !== 'REPORTED')
  return (
    <>
      <title>{t('plan')}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      <Message {...said} />
      <h1>{t('plan')}</h1>
      <Instalments view={view} />
      <StruckOut struckOut={view.struckOut} today={view.today} mayWrite={may.includes('MESSAGE')} />
      <Meaning of={['instalments', 'keeping']} />
      {view.status !== 'DRAFT' && <ToKeep view={view} />}
      {view.isTold && <DifficultyTold may={may} isStopped={stoppedSince !== null} />}
      {open !== undefined && view.status === 'ACTIVE' && may.includes('REPORT_PAYMENT') && (
        <SayPaid view={view} open={open} isCalm={needsCare} error={said.error} />
      )}
    </>
  )
}

/** Of a plan that has begun: what a payment goes into, and ways to keep the plan and its days at hand. */
async function ToKeep({ view }: { view: View }) {
  const [budget, consents, locale] = [await getTranslations('budget'), await getTranslations('consents'), await getLocale()]
  return (
    <>
      <Settles {...view.settles} />
      <p className="note noprint">{budget('print')}</p>
      <ul className="links card">
        <li>
          <a href="/portal/calendar">{budget('calendar.title')}</a>
        </li>
        <li>
          <a href={`/portal/plans/${view.id}/paper`}>{consents('authority.pdf')}</a>
        </li>
        {view.receipt !== null && (
          <li>
            <a href={`/portal/receipts/${view.id}#receipt`}>{paperWords[locale].receiptTitle}</a>
          </li>
        )}
      </ul>
    </>
  )
}
