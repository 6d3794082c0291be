import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { lookAtLink } from '@/lib/invitations/link.queries'
import { now } from '@/lib/platform/clock'
import { CodeField } from '../../code-field'
import { dayInWords } from '../../day-in-words'
import { Reach } from '../../reach'
import { LoneTools } from '../../tools'
import { askAgainAction, enterAction } from './actions'

type Query = { error?: string; minutes?: string; asked?: string }
type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> }
type Link = NonNullable<Awaited<ReturnType<typeof lookAtLink>>>

/** Where an invitation leads: a page with a button. Looking at it uses nothing up. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const [t, { token }, query] = [await getTranslations('entry'), await params, await searchParams]
  const link = await lookAtLink(token, now())
  if (link === undefined) redirect('/invitations')
  const back = `/invitations/${encodeURIComponent(token)}`
  return (
    <>
      <title>{t('title')}</title>
      <LoneTools back={back} />
      {link.state === 'open' ? (
        <Enter token={token} link={link} query={query} />
      ) : (
        <Over token={token} link={link} isAsked={query.asked === '1'} />
      )}
      <p className="safe">{(await getTranslations('portal'))('fraud')}</p>
    </>
  )
}

async function Enter({ token, link, query }: { token: string; link: Link; query: Query }) {
  const t = await getTranslations('entry')
  return (
    <>
      <Wrong link={link} query={query} />
      <h1>{t('welcome', { organisation: link.organisation })}</h1>
      <p className="lead">{t('lead')}</p>
      <form action={enterAction} className="card">
        <input type="hidden" name="token" value={token} />
        <CodeField label={t('code')} hint={t('codeHint')} />
        <button className="big" type="submit">
          {t('submit')}
        </button>
      </form>
    </>
  )
}

async function Wrong({ link, query: { error, minutes } }: { link: Link; query: Query }) {
  const [t, portal] = [await getTranslations('entry'), await getTranslations('portal')]
  if (error === undefined) return null
  const wrong = error === 'digits' ? portal('error.digits') : t(error === 'over' ? 'over' : 'wrong')
  const text = error === 'locked' ? t('locked', { minutes: minutes ?? '15' }) : wrong
  return (
    <p className="wrong" role="alert">
      <b>{portal('errorTitle')}</b>
      {text}
      {error === 'locked' && link.phone !== '' && t('lockedCall', { phone: link.phone })}
    </p>
  )
}

async function Over({ token, link, isAsked }: { token: string; link: Link; isAsked: boolean }) {
  const t = await getTranslations('entry')
  if (link.askedAt !== null) return <Asked token={token} link={link} askedAt={link.askedAt} isJustNow={isAsked} />
  const isUsed = link.state === 'used'
  return (
    <>
      <h1>{t(isUsed ? 'used' : 'expired')}</h1>
      <p className="lead">{t(isUsed ? 'usedText' : 'expiredText')}</p>
      {isUsed && <KnownHere />}
      <AskAgain token={token} label={t('again')} />
      <Reach office={link} />
    </>
  )
}

const AskAgain = ({ token, label }: { token: string; label: string }) => (
  <form action={askAgainAction} className="card">
    <input type="hidden" name="token" value={token} />
    <button className="big" type="submit">
      {label}
    </button>
  </form>
)

type AskedProps = { token: string; link: Link; askedAt: string; isJustNow: boolean }

/** A new link was asked for: right after that, and to who comes back to the old one, who may ask again a day later. */
async function Asked({ token, link: { phone, state, mayAsk, timeZone }, askedAt, isJustNow }: AskedProps) {
  const [t, locale] = [await getTranslations('entry'), await getLocale()]
  const [withPhone, without] = mayAsk ? (['askedWait', 'askedWaitNoPhone'] as const) : (['asked', 'askedNoPhone'] as const)
  const since = mayAsk || !isJustNow ? [t('askedOn', { date: dayInWords(askedAt, locale, timeZone) })] : []
  const said = [...since, phone === '' ? t(without) : t(withPhone, { phone })]
  return (
    <>
      <h1>{t('askedTitle')}</h1>
      <p className="lead" role="status">
        {said.join(locale === 'en' ? ' ' : '')}
      </p>
      {state === 'used' && <KnownHere />}
      {mayAsk && <AskAgain token={token} label={t('askedAgain')} />}
    </>
  )
}

/** The way in for a device that is remembered. */
async function KnownHere() {
  const t = await getTranslations('entry')
  return (
    <p>
      <a href="/enter">{t('deviceSubmit')}</a>
    </p>
  )
}
