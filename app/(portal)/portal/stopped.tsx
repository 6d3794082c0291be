import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { dayInWords } from '../day-in-words'

/** The basic consent was taken back: that the work stands still, and both ways on. Deciding stays with the client. */
export async function Stopped({ since, actor }: { since: string; actor: Actor }) {
  const [t, locale] = [await getTranslations('consents.stopped'), await getLocale()]
  const date = dayInWords(since, locale, actor.timeZone)
  const isOwn = mayDo(actor, 'portal.giveConsent')
  return (
    <section className="card now">
      <h2>{t('title')}</h2>
      <p>{t(isOwn ? 'text' : 'textOther', { date })}</p>
      <p>{t('stays')}</p>
      {isOwn && (
        <>
          <a className="big" href="/portal/consents/PROCESSING">
            {t('again')}
          </a>
          <a className="alt" href="/portal/data">
            {t('erase')}
          </a>
        </>
      )}
    </section>
  )
}
