import { getLocale, getTranslations } from 'next-intl/server'
import { dateInWords } from '@/app/_parts/dates'
import { clientHere } from '@/app/(portal)/client-here'
import { todayIn } from '@/app/(portal)/day-in-words'
import { missing, orMissing } from '@/app/(portal)/missing'
import { typedIn } from '@/app/(portal)/typed'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { calmly } from '@/lib/portal/calm'
import { frame } from '@/lib/portal/frame.queries'
import { request } from '@/lib/portal/request.queries'
import { Helping } from '../../links'
import { errorWords, FieldFault, faultOf, Message } from '../../message'
import { OnlyTheClient } from '../../only-the-client'
import { AgreeAgain, SeparateConsent } from '../../separate-consent'
import { Stopped } from '../../stopped'
import { Cannot } from './cannot'
import { RefusedFiles } from './refused-files'
import { UploadForm } from './upload-form'

type Props = { params: Promise<{ requestId: string }>; searchParams: Promise<Said> }

/** Give one document by photo or file, or say that it is not there; while the work stands still, only that. */
export default async function UploadPage({ params, searchParams }: Props) {
  const [actor, t, locale] = [await clientHere(), await getTranslations('portal'), await getLocale()]
  const [asked, said] = [await orMissing(request(actor, { ...(await params), locale })), await searchParams]
  if (asked.isFulfilled && !asked.takesMore) missing()
  const { stoppedSince } = await frame(actor)
  const title = t('uploadTitle', { name: asked.name })
  return (
    <>
      <title>{title}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      {stoppedSince === null && <Came asked={asked} said={said} />}
      <h1>{title}</h1>
      {stoppedSince === null ? (
        <Waited actor={actor} asked={asked} error={said.error} />
      ) : (
        <Stopped since={stoppedSince} actor={actor} />
      )}
    </>
  )
}

type Asked = Awaited<ReturnType<typeof request>>
type Said = { done?: string; error?: string }

async function Came({ asked, said }: { asked: Asked; said: Said }) {
  const typed = await typedIn(`/portal/uploads/${asked.id}`, said.error)
  return (
    <>
      <Message {...said} />
      <RefusedFiles typed={typed} />
    </>
  )
}

async function Waited({ actor, asked, error }: { actor: Actor; asked: Asked; error: string | undefined }) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  const { may, needsCare } = await frame(actor)
  const typed = await typedIn(`/portal/uploads/${asked.id}`, error)
  return (
    <>
      {asked.note !== '' && <p className="lead">{asked.note}</p>}
      {asked.turnedBack !== null && <p className="heed">{t('upload.turnedBack', { reason: asked.turnedBack })}</p>}
      <p className="lead">{t('uploadText')}</p>
      {asked.told !== null && <Told {...asked.told} />}
      {asked.deadline !== null && asked.told === null && (
        <p className="lead">
          {t(calmly('uploadBy', needsCare), { date: dateInWords(asked.deadline, locale, todayIn(actor.timeZone)) })}
        </p>
      )}
      {asked.takesMore && <p className="good">{t('upload.more')}</p>}
      {may.includes('UPLOAD') ? (
        <Ways asked={asked} isOwn={mayDo(actor, 'portal.giveConsent')} reason={typed.reason} error={error} />
      ) : (
        <Helping actor={actor} />
      )}
    </>
  )
}

type WaysProps = { asked: Asked; isOwn: boolean; reason: string | undefined; error: string | undefined }

const Ways = ({ asked, isOwn, reason, error }: WaysProps) => (
  <>
    <Giving asked={asked} isOwn={isOwn} error={error} />
    {!asked.isFulfilled && asked.told === null && <Cannot requestId={asked.id} reason={reason} error={error} />}
  </>
)

function Giving({ asked, isOwn, error }: Omit<WaysProps, 'reason'>) {
  if (asked.consent !== 'none' && !isOwn) return <OnlyTheClient what="upload" />
  return asked.consent === 'again' ? <AgreeAgain /> : <Give asked={asked} error={error} />
}

/** Said once, it need not be said again. */
async function Told({ reason }: { reason: string }) {
  const t = await getTranslations('portal')
  return (
    <p className="good">
      {reason === '' ? t('upload.told') : t('upload.toldWhy', { reason })}
      {t('upload.toldNext')}
    </p>
  )
}

async function Give({ asked, error }: Omit<WaysProps, 'isOwn' | 'reason'>) {
  const t = await getTranslations('portal')
  return (
    <UploadForm
      requestId={asked.id}
      words={await sendingWords()}
      refusals={await refusalSentences()}
      wrong={faultOf('file', error)}
      fault={<FieldFault field="file" error={error} />}
    >
      <p className="note">{t('upload.hint')}</p>
      {asked.consent === 'tick' && <SeparateConsent tick={t('upload.consent')} error={error} />}
    </UploadForm>
  )
}

/** Words for the browser, which brings no sentences of its own to a page that has to be light. */
async function sendingWords() {
  const t = await getTranslations('portal.upload')
  return {
    ...{ choose: t('choose'), submit: t('submit'), count: t('count', { n: '{n}', many: '{many}' }) },
    ...{ waiting: t('state.waiting'), sending: t('state.sending'), resting: t('state.resting') },
    ...{ taken: t('state.taken'), refused: t('state.refused'), unreachable: t('state.unreachable') },
  }
}

/** Of every refusal there is a sentence for, so that none is told wrongly. */
async function refusalSentences() {
  const t = await getTranslations('portal.error')
  return Object.fromEntries(errorWords.map((word) => [word, t(word)]))
}
