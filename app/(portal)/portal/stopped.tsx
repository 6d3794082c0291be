import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { frame } from '@/lib/portal/frame.queries'
import { dayInWords } from '../day-in-words'

/** The basic consent was taken back: that the work stands still, and both ways on. Deciding stays with the client. */
export async function Stopped({ since, actor }: { since: string; actor: Actor }) {
  const [t, locale] = [await getTranslations('consents.stopped'), await getLocale()]
  const date = dayInWords(since, locale, actor.timeZone)
  const [isOwn, { hasPlan }] = [mayDo(actor, 'portal.giveConsent'), await frame(actor)]
  return (
    <section className="card now">
      <h2>{t(isOwn ? 'title' : 'titleOther')}</h2>
      <p>{t(isOwn ? 'text' : 'textOther', { date })}</p>
      {hasPlan && <p>{t('plan')}</p>}
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
