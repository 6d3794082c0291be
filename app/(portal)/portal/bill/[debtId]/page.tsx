import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { missing, orMissing } from '@/app/(portal)/missing'
import { type BalanceBucket, balanceBuckets } from '@/db/vocabulary'
import { mayDo } from '@/lib/core/permissions'
import type { TermName } from '@/lib/i18n/messages/glossary'
import { myDebts } from '@/lib/portal/bill.queries'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../../../client-here'
import { typedIn } from '../../../typed'
import { Whose } from '../../../whose'
import { BackHome } from '../../back-home'
import { Meaning } from '../../meaning'
import { Message } from '../../message'
import { OnlyTheClient } from '../../only-the-client'
import { AgreeAgain, SeparateConsent } from '../../separate-consent'

type Consent = Awaited<ReturnType<typeof myDebts>>['consent']
type Props = { params: Promise<{ debtId: string }>; searchParams: Promise<{ error?: string }> }

/** The bill field by field, each with where it stands in a lender's app. */
export default async function BillPage({ params, searchParams }: Props) {
  const [actor, t, { debtId }] = [await clientHere(), await getTranslations('budget'), await params]
  const { debts, consent } = await orMissing(myDebts(actor))
  if ((await frame(actor)).stoppedSince !== null) redirect('/portal/bill')
  const debt = debts.find(({ id }) => id === debtId)
  if (debt === undefined) missing()
  const { error } = await searchParams
  const typed = await typedIn(`/portal/bill/${debtId}`, error)
  return (
    <>
      <title>{t('bill.title')}</title>
      <BackHome />
      <Message error={error} />
      <h1>{t('bill.title')}</h1>
      <p className="lead">
        {t('bill.of', { product: debt.product, tail: debt.contractTail })} · {t('bill.lead')}
      </p>
      <form action={`/portal/bill/${debt.id}/send`} method="post" encType="multipart/form-data" className="card">
        <Whose />
        {balanceBuckets.map((bucket) => (
          <div key={bucket} className="field">
            <label htmlFor={bucket}>{t(`bill.field.${bucket}`)}</label>
            <span className="note" id={`${bucket}-help`}>
              {t(`bill.help.${bucket}`)}
            </span>
            <input
              id={bucket}
              type="text"
              name={bucket}
              inputMode="decimal"
              required
              maxLength={20}
              defaultValue={typed[bucket] ?? (bucket === 'principal' ? '' : '0')}
              aria-describedby={`${bucket}-help`}
            />
            <Means term={terms[bucket]} />
          </div>
        ))}
        {consent !== 'none' && !mayDo(actor, 'portal.giveConsent') ? (
          <OnlyTheClient what="bill" />
        ) : (
          <Screenshot consent={consent} error={error} />
        )}
        <button className="big" type="submit">
          {t('bill.submit')}
        </button>
      </form>
    </>
  )
}

async function Screenshot({ consent, error }: { consent: Consent; error: string | undefined }) {
  const t = await getTranslations('budget')
  if (consent === 'again') return <AgreeAgain />
  return (
    <>
      <label className="field">
        {t('bill.file')}
        <input type="file" name="file" accept="image/*,application/pdf" />
      </label>
      {consent === 'tick' && <SeparateConsent tick={t('bill.consent')} error={error} />}
    </>
  )
}

/** Each word once. */
const terms: Partial<Record<BalanceBucket, TermName>> = {
  principal: 'principal',
  overduePrincipal: 'overdue',
  interest: 'interest',
  penaltyPrincipal: 'penalty',
}

const Means = ({ term }: { term: TermName | undefined }) => term !== undefined && <Meaning of={[term]} />
