import { getLocale, getTranslations } from 'next-intl/server'
import { clientHere } from '@/app/(portal)/client-here'
import { pastDay, todayIn } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import { documents } from '@/lib/portal/documents.queries'
import { frame } from '@/lib/portal/frame.queries'
import { Stopped } from '../stopped'
import { Wanted } from '../wanted'
import { ToConfirm } from './to-confirm'

/** What waits for my word, and everything that was handed to a lender in my name. */
export default async function DocumentsPage() {
  const [actor, t, portal, locale] = [
    await clientHere(),
    await getTranslations('documents'),
    await getTranslations('portal'),
    await getLocale(),
  ]
  const { wanted, papers, bundles, enclosed, letters } = await orMissing(documents(actor, { locale }))
  const { needsCare, stoppedSince } = await frame(actor)
  return (
    <>
      <title>{t('title')}</title>
      <p>
        <a href="/portal">← {portal('back')}</a>
      </p>
      <h1>{t('title')}</h1>
      {stoppedSince !== null && <Stopped since={stoppedSince} actor={actor} />}
      <Wanted wanted={wanted} today={todayIn(actor.timeZone)} isCalm={needsCare} />
      <ToConfirm papers={papers} />
      <section className="card">
        <h2>{t('given')}</h2>
        {bundles.length + enclosed.length === 0 && <p className="lead">{t('givenNone')}</p>}
        {bundles.map(({ id, recipient, purpose, sentOn, files }) => (
          <div key={id}>
            <h3>{t('givenTo', { date: pastDay(sentOn, locale, todayIn(actor.timeZone)), recipient })}</h3>
            <p>{files.map(({ zh, en }) => (locale === 'en' ? en : zh)).join(locale === 'en' ? ', ' : '、')}</p>
            <p className="note">{t('givenFor', { purpose })}</p>
          </div>
        ))}
        {enclosed.map(({ id, number, recipient, sentOn, files }) => (
          <div key={id}>
            <h3>{t('givenTo', { date: pastDay(sentOn, locale, todayIn(actor.timeZone)), recipient })}</h3>
            <p>{files.join(locale === 'en' ? ', ' : '、')}</p>
            <p className="note">
              <a href={`/portal/proposals/${id}`}>{portal('version.title', { number })}</a>
            </p>
          </div>
        ))}
        <p className="note">{t('givenRight')}</p>
      </section>
      <section className="card">
        <h2>{t('letters')}</h2>
        {letters.length === 0 && <p className="lead">{t('lettersNone')}</p>}
        {letters.map((letter) => (
          <LetterToRead key={letter.id} {...letter} today={todayIn(actor.timeZone)} />
        ))}
      </section>
    </>
  )
}

type Letter = Awaited<ReturnType<typeof documents>>['letters'][number]

/** What it is and to whom; to the word once it is opened. An organisation may title its letters as it likes. */
async function LetterToRead({
  kind,
  title,
  recipient,
  writtenOn,
  sentOn,
  text,
  locale: written,
  today,
}: Letter & { today: string }) {
  const [t, words, locale] = [await getTranslations('documents'), await getTranslations('words'), await getLocale()]
  const date = pastDay(writtenOn, locale, today)
  const kindOf = kind === null ? title : words(`letterKind.${kind}`)
  return (
    <details className="part">
      <summary>{recipient === null ? t('letterOwn', { date, title }) : t('letterTo', { date, recipient, title })}</summary>
      {kindOf !== title && <p className="note">{kindOf}</p>}
      {recipient !== null && (
        <p className="note">{sentOn === null ? t('letterNotSent') : t('letterSent', { date: pastDay(sentOn, locale, today) })}</p>
      )}
      <p className="letter words" lang={written ?? undefined}>
        {text}
      </p>
    </details>
  )
}
