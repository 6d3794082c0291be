import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { clientHere } from '@/app/(portal)/client-here'
import { pastDay, todayIn } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import type { Actor } from '@/lib/core/actor'
import { mayDo } from '@/lib/core/permissions'
import { proposal } from '@/lib/portal/proposal.queries'
import { receiptOf } from '@/lib/portal/receipt'
import { unlessDone } from '@/lib/portal/refusal-word'
import { approveAction } from '../../actions'
import { Meaning } from '../../meaning'
import { Message } from '../../message'
import { OnlyTheClient } from '../../only-the-client'
import { ReadAndSign } from '../../read-and-sign'
import { ReceiptSection } from '../../receipt-section'
import { Schedule } from '../../schedule'
import { Stopped } from '../../stopped'

type Props = { params: Promise<{ versionId: string }>; searchParams: Promise<{ done?: string; error?: string }> }
type View = Awaited<ReturnType<typeof proposal>>

/** What would be sent in my name: read first, then confirm. */
export default async function ProposalPage({ params, searchParams }: Props) {
  const [actor, t, locale] = [await clientHere(), await getTranslations('portal'), await getLocale()]
  const [view, said] = [await orMissing(proposal(actor, await params)), await searchParams]
  return (
    <>
      <title>{t('version.title', { number: view.number })}</title>
      <p>
        <a href="/portal">← {t('back')}</a>
      </p>
      <Message {...unlessDone(said, view.approvedOn, 'approved')} />
      <h1>{t('version.title', { number: view.number })}</h1>
      {view.stoppedSince !== null && <Stopped since={view.stoppedSince} actor={actor} />}
      <Lead view={view} actor={actor} />
      {view.lines.map((line, index) => (
        <Line key={line.debtId} line={line} isFirst={index === 0} />
      ))}
      <p className="note">
        {t('version.estimate')} {t('version.voluntary')} {view.sentOn === null && !view.isSetAside && t('version.free')}
      </p>
      {view.letterText !== '' && <Letter view={view} />}
      {view.approvedOn !== null && (
        <p className="good">{t('version.approved', { date: pastDay(view.approvedOn, locale, todayIn(actor.timeZone)) })}</p>
      )}
      {view.receipt !== null && (
        <ReceiptSection paper={receiptOf(view.receipt, locale, actor.timeZone)} href={`/portal/proposals/${view.id}/receipt`} />
      )}
      {view.isToMend && <p className="card">{t('error.toMend')}</p>}
      {view.canApprove &&
        (mayDo(actor, 'portal.approve') ? <Approval view={view} error={said.error} /> : <OnlyTheClient what="sign" />)}
    </>
  )
}

/** To the word; to who reads in another language, with where they find what it asks for. */
async function Letter({ view }: { view: View }) {
  const [t, locale] = [await getTranslations('portal'), await getLocale()]
  return (
    <section className="card">
      <h2>{t(view.isSetAside ? 'version.letterSetAside' : view.sentOn === null ? 'version.letter' : 'version.letterSent')}</h2>
      {view.letterLocale !== locale && <p className="note">{t('version.letterOther')}</p>}
      <p className="letter" lang={view.letterLocale}>
        {view.letterText}
      </p>
    </section>
  )
}

/** What this version is: to be confirmed, confirmed but not sent, resting, or sent. */
async function Lead({ view, actor }: { view: View; actor: Actor }) {
  const [t, locale, { creditor, product }] = [await getTranslations('portal'), await getLocale(), view]
  if (view.isSetAside) return <p className="lead">{t('version.leadSetAside')}</p>
  const unsent = leads[view.approvedOn === null ? 'open' : 'approved'][view.stoppedSince === null ? 'goesOn' : 'rests']
  return (
    <p className="lead">
      {view.sentOn === null
        ? t(`version.${unsent}`, { creditor, product })
        : t('sentOn', { number: view.number, date: pastDay(view.sentOn, locale, todayIn(actor.timeZone)) })}
    </p>
  )
}

const leads = {
  open: { goesOn: 'lead', rests: 'leadStopped' },
  approved: { goesOn: 'leadApproved', rests: 'leadHeld' },
} as const

type FactName = 'now' | 'first' | 'proposed' | 'once' | 'final' | 'count' | 'total' | 'last'
type Fact = [name: FactName, value: string]

/** The first may carry what is not waived, the last what small ones left: each is said where it is not like the others. */
function unlike(payment: string | undefined, { instalment, after }: View['lines'][number], key: FactName): Fact[] {
  return payment === undefined || payment === instalment || after.rows.length < 2 ? [] : [[key, yuan(payment)]]
}

/** The first one explains its words. */
async function Line({ line, isFirst }: { line: View['lines'][number]; isFirst: boolean }) {
  const t = await getTranslations('portal')
  const facts: Fact[] = [
    ['now', yuan(line.before.rows[0]?.payment ?? '0.00')],
    ...unlike(line.after.rows[0]?.payment, line, 'first'),
    [line.after.rows.length === 1 ? 'once' : 'proposed', yuan(line.instalment)],
    ...unlike(line.after.rows.at(-1)?.payment, line, 'final'),
    ['count', String(line.after.rows.length)],
    ['total', yuan(line.total)],
    ['last', line.after.last],
  ]
  return (
    <>
      <section className="card">
        <dl>
          {facts.map(([key, value]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{t(`version.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isFirst && <Meaning of={['monthly', 'instalments']} />}
      </section>
      <Schedule rows={line.after.rows} />
    </>
  )
}

async function Approval({ view, error }: { view: View; error: string | undefined }) {
  const t = await getTranslations('portal')
  return (
    <form action={approveAction} className="card now">
      <input type="hidden" name="versionId" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
      <ReadAndSign page={`/portal/proposals/${view.id}`} error={error} tick={t('version.tick')} name={t('version.name')} />
      <button className="big" type="submit">
        {t('version.confirm')}
      </button>
      <a className="alt" href="/portal/help">
        {t('version.disagree')}
      </a>
    </form>
  )
}
