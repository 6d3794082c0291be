import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { frame } from '@/lib/portal/frame.queries'
import { clientHere } from '../client-here'

type Frame = Awaited<ReturnType<typeof frame>>

/** Every page of a client's own side ends with what tells us from impostors and with ways to reach us. */
export default async function OwnLayout({ children }: { children: ReactNode }) {
  const actor = await clientHere()
  const view = await frame(actor)
  return (
    <>
      {view.quickExit && <Leave />}
      {children}
      {view.needsCare && <Care />}
      <Safety view={view} />
      <Reach view={view} />
    </>
  )
}

/** For who must be able to close this at once: ends the session and leaves the weather on the screen. */
async function Leave() {
  const t = await getTranslations('portal')
  return (
    <form action="/leave" method="post" className="leave">
      <button className="tool" type="submit">
        {t('leave')}
      </button>
    </form>
  )
}

/** Hotlines for who may need them; in no colour of alarm. */
async function Care() {
  const t = await getTranslations('portal')
  return (
    <section className="card">
      <h2>{t('careTitle')}</h2>
      <p>{t('careText')}</p>
    </section>
  )
}

async function Safety({ view: { safePhrase, isDelegate } }: { view: Frame }) {
  const [t, entry] = [await getTranslations('portal'), await getTranslations('entry')]
  return (
    <div className="safe">
      <p>
        <b>{t('fraudTitle')}</b>
        {t('fraud')}
        {safePhrase !== '' && t('safePhrase', { phrase: safePhrase })}
      </p>
      {!isDelegate && (
        <p>
          {safePhrase === '' && `${entry('phraseNone')} · `}
          <a href="/portal/safe-phrase">{entry(safePhrase === '' ? 'phraseTitle' : 'phraseChange')}</a>
        </p>
      )}
    </div>
  )
}

async function Reach({ view: { phone, counsellor, unread, may } }: { view: Frame }) {
  const [t, thread] = [await getTranslations('portal'), await getTranslations('thread')]
  return (
    <nav className="help" aria-label={t('help')}>
      {phone === '' ? <a href="/portal/help">{t('callNone')}</a> : <a href={`tel:${phone}`}>{t('call', { name: counsellor })}</a>}
      {may.includes('MESSAGE') && (
        <a href="/portal/messages">{unread > 0 ? thread('unread', { many: unread }) : thread('bar')}</a>
      )}
    </nav>
  )
}
