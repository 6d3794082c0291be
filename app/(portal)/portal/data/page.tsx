import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { orMissing } from '@/app/(portal)/missing'
import { rightsKinds } from '@/db/vocabulary-portal'
import { myHoldings } from '@/lib/rights/export.queries'
import { myRights } from '@/lib/rights/queries'
import { clientHere } from '../../client-here'
import { dayInWords, todayIn } from '../../day-in-words'
import { typedIn } from '../../typed'
import { Whose } from '../../whose'
import { askRightAction } from '../actions'
import { BackHome } from '../back-home'
import { FieldFault, faultOf, Message } from '../message'
import { NoticeList } from '../notice-card'
import { lookWords } from './look-words'

type Props = { searchParams: Promise<{ done?: string; error?: string }> }
type Holdings = Awaited<ReturnType<typeof myHoldings>>
type Rights = Awaited<ReturnType<typeof myRights>>

/** What we hold, who looked, a copy to take along, and requests with what came of them. */
export default async function DataPage({ searchParams }: Props) {
  const [actor, t, said] = [await clientHere(), await getTranslations('rights'), await searchParams]
  const [holdings, rights] = [await orMissing(myHoldings(actor)), await orMissing(myRights(actor))]
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <Message {...said} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <NoticeList actor={actor} />
      <Held holdings={holdings} until={rights.keptUntil} zone={actor.timeZone} />
      <Looks looks={holdings.looks} zone={actor.timeZone} />
      <Mine requests={rights.requests} zone={actor.timeZone} />
      <Ask error={said.error} />
    </>
  )
}

type HeldProps = { holdings: Holdings; until: string | null; zone: string }

async function Held({ holdings: { held }, until, zone }: HeldProps) {
  const [t, locale] = [await getTranslations('rights'), await getLocale()]
  return (
    <section className="card">
      <h2>{t('held')}</h2>
      <dl>
        {held.map(({ group, rows }) => (
          <div key={group} className="pair">
            <dt>{t(`group.${group}`)}</dt>
            <dd>{t('rows', { many: rows })}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {until === null ? t('keptOpen') : t('keptUntil', { date: dateInWords(until, locale, todayIn(zone)) })}
      </p>
      <p>
        <a className="alt" href="/portal/data/export" download>
          {t('download')}
        </a>
      </p>
      <p className="note">{t('downloadNote')}</p>
    </section>
  )
}

async function Looks({ looks, zone }: { looks: Holdings['looks']; zone: string }) {
  const [t, locale, told] = [await getTranslations('rights'), await getLocale(), await lookWords()]
  return (
    <section className="card" id="looks">
      <h2>{t('looks')}</h2>
      <p className="note">{t(looks.length === 0 ? 'looksNone' : 'looksText')}</p>
      <ul className="looks">
        {looks.slice(0, 20).map((look) => (
          <li key={look.id}>
            {told(look)}
            <small>
              <time dateTime={look.at}>{dayInWords(look.at, locale, zone)}</time>
            </small>
          </li>
        ))}
      </ul>
      {looks.length > 20 && <p className="note">{t('looksEarlier')}</p>}
    </section>
  )
}

async function Mine({ requests, zone }: { requests: Rights['requests']; zone: string }) {
  const [t, locale] = [await getTranslations('rights'), await getLocale()]
  if (requests.length === 0) return null
  return (
    <section className="card">
      <h2>{t('mine')}</h2>
      {requests.map(({ id, kind, status, answer, askedAt }) => (
        <div key={id} className="part">
          <p>
            <b>{t(`kind.${kind}`)}</b> · {t(`status.${status}`)}
          </p>
          <p className="note">{t('asked', { date: dayInWords(askedAt, locale, zone) })}</p>
          {answer !== '' && <p className="words">{answer}</p>}
        </div>
      ))}
    </section>
  )
}

async function Ask({ error }: { error: string | undefined }) {
  const [t, typed] = [await getTranslations('rights'), await typedIn('/portal/data', error)]
  return (
    <form action={askRightAction} className="card">
      <Whose />
      <fieldset aria-describedby={faultOf('kind', error)['aria-describedby']}>
        <legend>{t('ask')}</legend>
        <FieldFault field="kind" error={error} />
        {rightsKinds.map((kind) => (
          <label key={kind} className="tick">
            <input type="radio" name="kind" value={kind} required defaultChecked={typed.kind === kind} />
            <span>
              {t(`kind.${kind}`)}
              <small className="note"> {t(`kindHint.${kind}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        {t('note')}
        <textarea name="note" rows={3} maxLength={1000} defaultValue={typed.note} {...faultOf('note', error)} />
      </label>
      <FieldFault field="note" error={error} />
      <button className="big" type="submit">
        {t('submit')}
      </button>
    </form>
  )
}
