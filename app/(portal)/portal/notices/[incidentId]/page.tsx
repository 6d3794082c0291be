import { getLocale, getTranslations } from 'next-intl/server'
import { clientHere } from '@/app/(portal)/client-here'
import { dayInWords } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import { noticeParts } from '@/db/vocabulary-protection'
import { myNotice } from '@/lib/portal/notices.queries'
import { BackHome } from '../../back-home'

type Props = { params: Promise<{ incidentId: string }> }

/** What happened to my data, what was done, what I can do, and whom to ask. */
export default async function NoticePage({ params }: Props) {
  const [actor, t, locale] = [await clientHere(), await getTranslations('notices'), await getLocale()]
  const { dataKinds, sentAt, office, ...said } = await orMissing(myNotice(actor, await params))
  const text = locale === 'en' ? said.en : said.zh
  return (
    <>
      <title>{t('title')}</title>
      <BackHome />
      <h1>{t('title')}</h1>
      <p className="note">{t('from', { organisation: office.name, date: dayInWords(sentAt, locale, actor.timeZone) })}</p>
      <p className="lead">{t('lead')}</p>
      {noticeParts.map((part) => (
        <section key={part} className="card">
          <h2>{t(`part.${part}`)}</h2>
          <p className="words">{text[part]}</p>
          {part === 'what' && (
            <p className="note">
              {t('kinds')}
              {locale === 'en' ? ': ' : '：'}
              {dataKinds.map((kind) => t(`kind.${kind}`)).join(locale === 'en' ? ', ' : '、')}
            </p>
          )}
        </section>
      ))}
      <section className="card">
        <h2>{t('ask')}</h2>
        <p>
          {office.phone === ''
            ? t('askNoPhone', { organisation: office.name })
            : t('askPhone', { organisation: office.name, phone: office.phone })}
        </p>
      </section>
    </>
  )
}
