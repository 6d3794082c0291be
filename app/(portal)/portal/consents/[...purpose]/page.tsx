import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { missing, orMissing } from '@/app/(portal)/missing'
import { consentTextVersionOn } from '@/lib/clients/consent'
import { myConsents } from '@/lib/portal/consents.queries'
import { clientHere } from '../../../client-here'
import { todayIn } from '../../../day-in-words'
import { giveConsentAction } from '../../actions'
import { FieldFault, faultOf, Message } from '../../message'
import { handlerIn, namedIn } from '../named'
import { WholeName } from '../whole-name'

type Props = { params: Promise<{ purpose: string[] }>; searchParams: Promise<{ error?: string }> }

const parts = ['what', 'how', 'why', 'who', 'impact', 'long', 'ifNot'] as const

/** One purpose on a screen of its own, with all that has to be told before one can agree [PIPL 17, 23, 30]. Nothing is ticked. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const [actor, t, asked] = [await clientHere(), await getTranslations('consents'), (await params).purpose]
  const { error } = await searchParams
  const [wanted, lender] = asked
  const ledger = await orMissing(myConsents(actor))
  const row = ledger.asked.find(({ purpose, creditorId }) => purpose === wanted && creditorId === (lender ?? null))
  if (row === undefined) return missing()
  if (row.since !== null && row.newer === null) redirect('/portal/consents')
  const { purpose } = row
  const named = await namedIn(row)
  const title = t(`purpose.${purpose}.title`, named)
  return (
    <>
      <title>{title}</title>
      <p>
        <a href="/portal/consents">← {t('title')}</a>
      </p>
      <Message error={error} />
      <h1>
        <WholeName text={title} name={row.creditor} />
      </h1>
      <section className="card">
        <Part title={t('handler')}>{await handlerIn(ledger.office)}</Part>
        {parts.map((part) => (
          <Part key={part} title={t(part)}>
            {t(`purpose.${purpose}.${part}`, named)}
          </Part>
        ))}
        <Part title={t('rights')}>{t('every.rights')}</Part>
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

const Part = ({ title, children }: { title: string; children: string }) => (
  <div className="part">
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
)
