import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { dateInWords } from '@/app/_parts/dates'
import { clientHere } from '@/app/(portal)/client-here'
import { pastDay } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { home } from '@/lib/portal/queries'
import { withoutPromise } from '@/lib/portal/thanks'
import { DifficultyTold } from './difficulty-told'
import { Helping, Links } from './links'
import { Meaning } from './meaning'
import { Message } from './message'
import { NextCard } from './next-card'
import { NoticeCard } from './notice-card'
import { nameOf, Standing } from './standing'
import { Stopped } from './stopped'
import { Wanted } from './wanted'

type Home = Awaited<ReturnType<typeof home>>
type Props = { searchParams: Promise<{ done?: string; error?: string }> }

/** Where my case stands, whose turn it is, and the one thing to do now. */
export default async function PortalHome({ searchParams }: Props) {
  const [actor, t, locale, params] = [await clientHere(), await getTranslations('portal'), await getLocale(), await searchParams]
  const view = await orMissing(home(actor, { locale }))
  const isOwn = mayDo(actor, 'portal.giveConsent')
  return (
    <>
      <title>{t('title')}</title>
      <Message {...(view.stoppedSince === null ? params : withoutPromise(params))} />
      {view.stoppedSince === null ? (
        <Standing view={view} isOwn={isOwn} />
      ) : (
        <AtRest view={view} since={view.stoppedSince} actor={actor} />
      )}
      <Helping actor={actor} />
      <NoticeCard actor={actor} />
      {view.stoppedSince === null && (
        <NextCard next={view.next} today={view.today} isCalm={view.client.needsCare} may={view.may} isOwn={isOwn} />
      )}
      {view.cases.some(({ isTold, stage }) => isTold && stage !== 'CLOSED') && <DifficultyTold may={view.may} />}
      {view.cases.map((kase) => (
        <Progress key={kase.id} kase={kase} today={view.today} isStopped={view.stoppedSince !== null} />
      ))}
      {view.cases.map(
        ({ id, instalment }) => instalment !== null && <Instalment key={id} instalment={instalment} today={view.today} />,
      )}
      <Wanted wanted={view.wanted} today={view.today} isCalm={view.client.needsCare} />
      <Sent view={view} />
      {view.documents !== null && <Documents documents={view.documents} notHere={view.notHere} />}
      <Links actor={actor} />
      <div className="card">
        <p className="note">{t('creditNote')}</p>
        <Meaning of={['creditRecord']} />
      </div>
    </>
  )
}

type Kase = Home['cases'][number]

async function AtRest({ view, since, actor }: { view: Home; since: string; actor: Actor }) {
  const t = await getTranslations('consents.stopped')
  return (
    <>
      <h1>{t(mayDo(actor, 'portal.giveConsent') ? 'headline' : 'headlineOther', { name: nameOf(view) })}</h1>
      <Stopped since={since} actor={actor} />
    </>
  )
}

type ProgressProps = { kase: Kase; today: string; isStopped: boolean }

async function Progress({ kase, today, isStopped }: ProgressProps) {
  const [t, locale, stopped] = [await getTranslations('portal'), await getLocale(), await getTranslations('consents.stopped')]
  return (
    <section className="card">
      <h2>{t('process')}</h2>
      <p className="note">{t('caseOf', { creditor: kase.creditor, product: kase.product, number: kase.number })}</p>
      <ol className="steps">
        {kase.steps.map(({ step, state, doneOn }, index) => (
          <li key={step} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="d" aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span>
              {state === 'current' ? (
                <b>{t(`step.${step}`, { creditor: kase.shortCreditor })}</b>
              ) : (
                t(`step.${step}`, { creditor: kase.shortCreditor })
              )}
              <small>{stood({ step, state, on: doneOn === null ? null : pastDay(doneOn, locale, today) })}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )

  function stood({ step, state, on: date }: Pick<Kase['steps'][number], 'step' | 'state'> & { on: string | null }) {
    // A signed plan goes on, whatever else has stopped.
    if (isStopped && state === 'current' && step !== 'repay') return stopped('here')
    if (date === null) return t(state)
    return t(state === 'ended' ? 'endedOn' : 'doneOn', { date })
  }
}

async function Instalment({ instalment, today }: { instalment: NonNullable<Kase['instalment']>; today: string }) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  return (
    <section className="card">
      <h2>{t('nextInstalment')}</h2>
      <dl>
        <dt>{t('amount')}</dt>
        <dd>{yuan(instalment.amount)}</dd>
        <dt>{t('date')}</dt>
        <dd>{dateInWords(instalment.dueOn, locale, today)}</dd>
      </dl>
      <Meaning of={['monthly']} />
      <p>
        <a href={`/portal/plans/${instalment.agreementId}`}>{t('planLink')}</a>
      </p>
      {instalment.hasStruckOut && (
        <p>
          <a href={`/portal/plans/${instalment.agreementId}#struck`}>{t('struckOut.link')}</a>
        </p>
      )}
    </section>
  )
}

async function Sent({ view }: { view: Home }) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  return (
    <section className="card">
      <h2>{t('sent')}</h2>
      {view.sent.length === 0 ? <p className="lead">{t('sentNone')}</p> : null}
      {view.sent.map(({ id, number, sentOn: on }) => (
        <p key={id}>
          <a href={`/portal/proposals/${id}`}>{t('sentOn', { number, date: pastDay(on, locale, view.today) })}</a>
        </p>
      ))}
    </section>
  )
}

type DocumentsProps = { documents: NonNullable<Home['documents']>; notHere: Home['notHere'] }

async function Documents({ documents, notHere }: DocumentsProps) {
  const [t, words] = [await getTranslations('portal'), await getTranslations('words')]
  return (
    <section className="card">
      <h2>{t('documents')}</h2>
      {documents.length + notHere.length === 0 ? <p className="lead">{t('documentsNone')}</p> : null}
      <ul className="looks">
        {documents.map(({ id, name, status, rejectReason, addTo, againTo }) => (
          <li key={id}>
            {name} · {words(`evidenceStatus.${status}`)}
            {rejectReason !== '' && ` · ${rejectReason}`}
            {addTo !== null && (
              <>
                {' · '}
                <a href={`/portal/uploads/${addTo}`}>{t('upload.addPage')}</a>
              </>
            )}
            {againTo !== null && (
              <>
                {' · '}
                <a href={`/portal/uploads/${againTo}`}>{t('upload.again')}</a>
              </>
            )}
          </li>
        ))}
        {notHere.map(({ id, name, note }) => (
          <li key={id}>
            {[name, note].filter((part) => part !== '').join(' · ')} · {t('upload.notHere')} ·{' '}
            <a href={`/portal/uploads/${id}`}>{t('upload.hereNow')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
