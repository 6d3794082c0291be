import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { clientHere } from '@/app/(portal)/client-here'
import { pastDay, todayIn } from '@/app/(portal)/day-in-words'
import { orMissing } from '@/app/(portal)/missing'
import { document } from '@/lib/portal/document.queries'
import { frame } from '@/lib/portal/frame.queries'
import { saidOfPaper } from '@/lib/portal/refusal-word'
import { Stopped } from '../../stopped'
import { confirmDocumentAction } from '../actions'

type Props = { params: Promise<{ evidenceId: string }>; searchParams: Promise<{ done?: string; error?: string }> }
type View = Awaited<ReturnType<typeof document>>

/** What I told about my income and costs, line by line, and my word that it is right. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const [actor, t, locale, said] = [await clientHere(), await getTranslations('documents'), await getLocale(), await searchParams]
  const view = await orMissing(document(actor, await params))
  const { stoppedSince } = await frame(actor)
  const cameOf = saidOfPaper(view.standing, said)
  return (
    <>
      <title>{t('paper')}</title>
      <p>
        <a href="/portal/documents">← {t('back')}</a>
      </p>
      {cameOf === 'thanks' && (
        <p className="good" role="status" id="done" tabIndex={-1}>
          {t('done')}
        </p>
      )}
      {cameOf === 'fault' && (
        <p className="wrong" role="alert" id="fault" tabIndex={-1}>
          {t('error')}
        </p>
      )}
      <h1>{t('paper')}</h1>
      <p className="lead">
        {t('paperLead', { date: pastDay(view.asOf, locale, todayIn(actor.timeZone)) })}
        {view.standing === 'waiting' && t('paperRead')}
      </p>
      <Lines view={view} />
      {view.standing === 'waiting' && <Confirmation view={view} />}
      {view.standing === 'confirmed' && cameOf === undefined && <p className="good">{t('confirmed')}</p>}
      {stoppedSince !== null && view.standing === 'resting' && <Stopped since={stoppedSince} actor={actor} />}
      {view.standing === 'over' && <p className="note">{t('overLead')}</p>}
    </>
  )
}

async function Lines({ view: { lines, income, reserve, disposable } }: { view: View }) {
  const [t, people] = [await getTranslations('documents'), await getTranslations('people')]
  const categories: Record<string, string> = (await getMessages()).people.category
  const sums = [
    [t('income'), income],
    [t('reserve'), reserve],
    [people('disposable'), disposable],
  ] as const
  return (
    <section className="card">
      <p className="note">{t('monthly')}</p>
      <dl>
        {lines.map(({ kind, category, note = '', amount }) => (
          <div key={`${kind}${category}${note}${amount}`} style={{ display: 'contents' }}>
            <dt>
              {t(`kind.${kind}`)} · {categories[category] ?? category}
              {note !== '' && ` · ${note}`}
            </dt>
            <dd>{yuan(amount)}</dd>
          </div>
        ))}
        {sums.map(([label, amount]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>
              <b>{label}</b>
            </dt>
            <dd>
              <b>{yuan(amount)}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

async function Confirmation({ view: { id, version } }: { view: View }) {
  const t = await getTranslations('documents')
  return (
    <form action={confirmDocumentAction} className="card now">
      <input type="hidden" name="evidenceId" value={id} />
      <input type="hidden" name="version" value={version} />
      <label className="tick">
        <input type="checkbox" name="hasRead" required />
        <span>{t('tick')}</span>
      </label>
      <label className="field">
        {t('name')}
        <input type="text" name="name" required autoComplete="name" maxLength={50} />
      </label>
      <button className="big" type="submit">
        {t('confirm')}
      </button>
      <a className="alt" href="/portal/help">
        {t('wrong')}
      </a>
    </form>
  )
}
