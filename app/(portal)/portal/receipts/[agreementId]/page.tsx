import { getLocale, getTranslations } from 'next-intl/server'
import { clientHere } from '@/app/(portal)/client-here'
import { pastDay, todayIn } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { frame } from '@/lib/portal/frame.queries'
import { plan } from '@/lib/portal/plan.queries'
import { receiptOf } from '@/lib/portal/receipt'
import { unlessDone } from '@/lib/portal/refusal-word'
import { signReceiptAction } from '../../actions'
import { Message } from '../../message'
import { OnlyTheClient } from '../../only-the-client'
import { ReadAndSign } from '../../read-and-sign'
import { ReceiptSection } from '../../receipt-section'
import { Schedule } from '../../schedule'
import { Settles } from '../../settles'
import { Stopped } from '../../stopped'

type Props = { params: Promise<{ agreementId: string }>; searchParams: Promise<{ done?: string; error?: string }> }

/** Open the lender's paper, compare it with the plan, then sign: in this order. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const [actor, t, locale] = [await clientHere(), await getTranslations('portal'), await getLocale()]
  const [view, said] = [await orMissing(plan(actor, await params)), await searchParams]
  const title = t(view.signedOn === null ? 'receipt.title' : 'receipt.signedTitle')
  return (
    <>
      <title>{title}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      <Message {...unlessDone(said, view.signedOn, 'signed')} />
      <h1>{title}</h1>
      {view.signedOn === null && <p className="lead">{t('receipt.lead')}</p>}
      <form action={`/portal/receipts/${view.id}/paper`} method="post">
        <button className={view.openedOn === null ? 'big' : 'alt'} type="submit">
          {t('receipt.open')}
        </button>
      </form>
      {view.openedOn !== null && (
        <p className="note">{t('receipt.opened', { date: pastDay(view.openedOn, locale, todayIn(actor.timeZone)) })}</p>
      )}
      <Schedule rows={view.schedule} />
      <Settles {...view.settles} />
      {view.signedOn === null && <ToSign view={view} actor={actor} error={said.error} />}
      {view.signedOn !== null && (
        <p className="good">{t('receipt.signedOn', { date: pastDay(view.signedOn, locale, todayIn(actor.timeZone)) })}</p>
      )}
      {view.receipt !== null && (
        <ReceiptSection paper={receiptOf(view.receipt, locale, actor.timeZone)} href={`/portal/receipts/${view.id}/receipt`} />
      )}
    </>
  )
}

type ToSignProps = { view: Awaited<ReturnType<typeof plan>>; actor: Actor; error: string | undefined }

/** The signature, where it is theirs to give and the work has not stopped. */
async function ToSign({ view, actor, error }: ToSignProps) {
  const { stoppedSince } = await frame(actor)
  if (stoppedSince !== null) return <Stopped since={stoppedSince} actor={actor} />
  return mayDo(actor, 'portal.sign') ? <Signing view={view} error={error} /> : <OnlyTheClient what="sign" />
}

async function Signing({ view, error }: { view: Awaited<ReturnType<typeof plan>>; error: string | undefined }) {
  const t = await getTranslations('portal')
  return (
    <form action={signReceiptAction} className="card">
      <input type="hidden" name="agreementId" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
      <ReadAndSign page={`/portal/receipts/${view.id}`} error={error} tick={t('receipt.tick')} name={t('receipt.name')} />
      <button className={view.openedOn === null ? 'alt' : 'big'} type="submit">
        {t('receipt.sign')}
      </button>
      <p className="note">{t('receipt.record')}</p>
    </form>
  )
}
