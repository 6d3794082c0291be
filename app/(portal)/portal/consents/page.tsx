import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { dayInWords, todayIn } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import { myConsents } from '@/lib/portal/consents.queries'
import { clientHere } from '../../client-here'
import { revokeAuthorityAction, withdrawConsentAction } from '../actions'
import { BackHome } from '../back-home'
import { Message } from '../message'
import { namedIn, standingOf } from './named'
import { WholeName } from './whole-name'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }
type Ledger = Awaited<ReturnType<typeof myConsents>>

/** Everything I was asked to agree to, with the way out and what it means beside each: from the first page two taps away. */
export default async function ConsentsPage({ searchParams }: Props) {
  const [actor, t] = [await clientHere(), await getTranslations('consents')]
  const ledger = await orMissing(myConsents(actor))
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <Message {...(await searchParams)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {ledger.asked.map((asked) => (
        <Asked key={`${asked.purpose}${asked.creditorId}`} asked={asked} isResting={rests(ledger, asked)} zone={actor.timeZone} />
      ))}
      <Authority ledger={ledger} zone={actor.timeZone} />
    </>
  )
}

/** Given, and of no effect while the basic consent under it is withdrawn. */
const rests = ({ restsSince }: Ledger, { purpose, since }: Ledger['asked'][number]) =>
  restsSince !== null && since !== null && purpose !== 'PROCESSING'

type AskedProps = { asked: Ledger['asked'][number]; isResting: boolean; zone: string }

async function Asked({ asked, isResting, zone }: AskedProps) {
  const [t, named, standing] = [await getTranslations('consents'), await namedIn(asked), await standingOf(asked, zone)]
  const { purpose, since, newer, withdrawId } = asked
  return (
    <section className="card">
      <h2>
        <WholeName text={t(`purpose.${purpose}.title`, named)} name={asked.creditor} />
      </h2>
      <p className="note">
        {standing}
        {newer !== null && ` ${t('newer', { version: newer })}`}
      </p>
      {isResting && <p className="heed">{t('stopped.rests')}</p>}
      {(since === null || newer !== null) && <Read asked={asked} />}
      {since !== null && (
        <form action={withdrawConsentAction}>
          <input type="hidden" name="purpose" value={purpose} />
          {withdrawId !== null && <input type="hidden" name="creditorId" value={withdrawId} />}
          <p className="note">
            <b>{t('effect')}</b>
            <br />
            {t(`purpose.${purpose}.withdraw`, named)}
          </p>
          <button className="alt" type="submit">
            {t('withdraw')}
          </button>
        </form>
      )}
      {purpose === 'PROCESSING' && (
        <p>
          <a href="/portal/data">{t('myData')}</a>
        </p>
      )}
    </section>
  )
}

async function Read({ asked: { purpose, creditorId } }: { asked: Ledger['asked'][number] }) {
  const t = await getTranslations('consents')
  return (
    <p>
      <a className="alt" href={`/portal/consents/${purpose}${creditorId === null ? '' : `/${creditorId}`}`}>
        {t('ask')}
      </a>
    </p>
  )
}

async function Authority({ ledger: { authorities, restsSince }, zone }: { ledger: Ledger; zone: string }) {
  const [t, locale] = [await getTranslations('consents'), await getLocale()]
  const hasOne = authorities.some((paper) => paper.isInForce)
  return (
    <section className="card">
      <h2>{t('authority.title')}</h2>
      <p className="note">{t('authority.lead')}</p>
      {authorities.length === 0 && <p>{t('authority.none')}</p>}
      {authorities.map((paper) => (
        <div key={paper.id} className="part">
          <p>
            {stateOf(paper)} · <a href={`/portal/authority/${paper.id}`}>{t('authority.view')}</a>
          </p>
          {paper.isInForce && restsSince !== null && <p className="heed">{t('stopped.rests')}</p>}
          {paper.isInForce && (
            <form action={revokeAuthorityAction}>
              <input type="hidden" name="authorisationId" value={paper.id} />
              <p>{t('authority.revokeEffect')}</p>
              <button className="alt" type="submit">
                {t('authority.revoke')}
              </button>
            </form>
          )}
        </div>
      ))}
      {!hasOne && (
        <a className="big" href="/portal/authority">
          {t('authority.sign')}
        </a>
      )}
    </section>
  )

  function stateOf({ isInForce, revokedAt, validTo }: Ledger['authorities'][number]) {
    if (isInForce)
      return validTo === null
        ? t('authority.openEnd')
        : t('authority.inForce', { to: dateInWords(validTo, locale, todayIn(zone)) })
    return revokedAt === null ? t('authority.over') : t('authority.revoked', { date: dayInWords(revokedAt, locale, zone) })
  }
}
