import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { orNotFound } from '@/app/_parts/or-not-found'
import { clientHere } from '@/app/(portal)/client-here'
import { todayIn } from '@/app/(portal)/day-in-words'
import { request } from '@/lib/portal/request.queries'
import { cannotProvideAction, uploadAction } from '../../actions'
import { Message } from '../../message'

type Props = { params: Promise<{ requestId: string }>; searchParams: Promise<{ done?: string; error?: string }> }

/** Give one document by photo or file, or say that it is not there. */
export default async function UploadPage({ params, searchParams }: Props) {
  const [actor, t, locale] = [await clientHere(), await getTranslations('portal'), await getLocale()]
  const asked = await orNotFound(request(actor, { ...(await params), locale }))
  if (asked.isFulfilled) notFound()
  return (
    <>
      <title>{t('uploadTitle', { name: asked.name })}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      <Message {...(await searchParams)} />
      <h1>{t('uploadTitle', { name: asked.name })}</h1>
      <p className="lead">
        {asked.note} {t('uploadText')}
        {asked.deadline !== null && t('uploadBy', { date: dateInWords(asked.deadline, locale, todayIn(actor.timeZone)) })}
      </p>
      <form action={uploadAction} className="card">
        <input type="hidden" name="requestId" value={asked.id} />
        <label className="field">
          {t('upload.choose')}
          <input type="file" name="file" required accept="image/*,application/pdf" />
        </label>
        <p className="note">{t('upload.hint')}</p>
        {asked.needsConsent && (
          <label className="tick">
            <input type="checkbox" name="consent" />
            <span>{t('upload.consent')}</span>
          </label>
        )}
        <button className="big" type="submit">
          {t('upload.submit')}
        </button>
      </form>
      <section className="card" id="cannot">
        <h2>{t('upload.cannotTitle')}</h2>
        <form action={cannotProvideAction}>
          <input type="hidden" name="requestId" value={asked.id} />
          <label className="field">
            {t('upload.cannotReason')}
            <textarea name="reason" rows={2} maxLength={200} />
          </label>
          <button className="alt" type="submit">
            {t('upload.cannotSubmit')}
          </button>
        </form>
      </section>
    </>
  )
}
