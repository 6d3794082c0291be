import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { missing, orMissing } from '@/app/(portal)/missing'
import { consentTextVersionOn } from '@/lib/clients/consent'
import { myConsents } from '@/lib/portal/consents.queries'
import { clientHere } from '../../../client-here'
import { todayIn } from '../../../day-in-words'
import { giveConsentAction } from '../../actions'
import { FieldFault, faultOf, Message } from '../../message'

type Props = { params: Promise<{ purpose: string[] }>; searchParams: Promise<{ error?: string }> }

const parts = ['what', 'why', 'who', 'long', 'ifNot'] as const

/** One purpose on a screen of its own: what, why, who, how long, and what saying no means. Nothing is ticked. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const [actor, t, asked] = [await clientHere(), await getTranslations('consents'), (await params).purpose]
  const { error } = await searchParams
  const [wanted, lender] = asked
  const ledger = await orMissing(myConsents(actor))
  const row = ledger.asked.find(({ purpose, creditorId }) => purpose === wanted && creditorId === (lender ?? null))
  if (row === undefined) return missing()
  if (row.since !== null && row.newer === null) redirect('/portal/consents')
  const { purpose } = row
  const creditor = row.creditor ?? ''
  const title = t(`purpose.${purpose}.title`, { creditor })
  return (
    <>
      <title>{title}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <Message error={error} />
      <h1>{title}</h1>
      <section className="card">
        {parts.map((part) => (
          <div key={part} className="part">
            <h2>{t(part)}</h2>
            <p>{t(`purpose.${purpose}.${part}`, { creditor })}</p>
          </div>
        ))}
        <p className="note">{t('version', { version: consentTextVersionOn(todayIn(actor.timeZone)) })}</p>
      </section>
      <form action={giveConsentAction} className="card">
        <input type="hidden" name="purpose" value={purpose} />
        {row.creditorId !== null && <input type="hidden" name="creditorId" value={row.creditorId} />}
        <label className="tick">
          <input type="checkbox" name="agree" {...faultOf('tick', error)} />
          <span>{t('agree')}</span>
        </label>
        <FieldFault field="tick" error={error} />
        <button className="big" type="submit">
          {t('submit')}
        </button>
        <a className="alt" href="/portal/consents">
          {t('later')}
        </a>
      </form>
    </>
  )
}
