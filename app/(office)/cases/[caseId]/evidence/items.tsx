import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { LineName } from '@/app/_parts/evidence-line'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Pill, type Tone } from '@/app/_ui/pill'
import type { EvidenceStatus } from '@/db/vocabulary'
import { mayAsk, mayDo } from '@/lib/core/permissions'
import { type DebtOfClient, listDebtsOfClient } from '@/lib/debts/of-client.queries'
import { isDoneNow } from '../_frame/at-rest'
import type { CaseView } from '../_frame/case-view'
import { Resting } from '../_frame/offered'
import { Review } from './evidence-forms'
import { isContract, Marks, MoreDoors } from './item-marks'
import { reviewOf } from './review-of'

type Item = CaseView['evidence']['items'][number]
type Props = { view: CaseView }

const tones: Record<EvidenceStatus, Tone> = {
  REQUESTED: 'wait',
  RECEIVED: 'info',
  VERIFIED: 'ok',
  REJECTED: 'bad',
  EXPIRED: 'bad',
}

/** What came in, each with its state, where it is from, and what can be done with it. */
export async function Items({ view }: Props) {
  const t = await getTranslations('evidence')
  if (view.evidence.items.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />
  const debts = await otherLoans(view)
  const others = debts.filter(({ caseId }) => caseId !== view.kase.id)
  return (
    <ul className="grid gap-3">
      {others.length > 0 && (
        <li className="text-dense text-muted">
          {t('otherLoans', { total: others.length, covered: others.filter(({ contracts }) => contracts.length > 0).length })}
        </li>
      )}
      {view.evidence.items.map((item) => (
        <li key={item.id} className="grid gap-2 border-b border-line pb-3">
          <Name item={item} view={view} />
          <Marks item={item} view={view} debts={debts} />
          <Doors item={item} view={view} debts={debts} />
        </li>
      ))}
    </ul>
  )
}

/** The client's loan notes, where a contract among the documents may be about one of them. */
async function otherLoans({ actor, client, evidence }: CaseView) {
  if (!evidence.items.some(isContract)) return []
  return (await listDebtsOfClient(actor, { clientId: client.id })).debts
}

async function Name({ item, view }: { item: Item; view: CaseView }) {
  const [t, words] = [await getTranslations('evidence'), await getTranslations('words')]
  const civil = civilDates(await getLocale())
  const facts = [
    words(`issuer.${item.issuer}`),
    item.coversFrom !== null &&
      item.coversTo !== null &&
      t('covers', { from: civil.inText(item.coversFrom), to: civil.inText(item.coversTo) }),
    item.expiresOn !== null && t('expires', { date: civil.inText(item.expiresOn) }),
    item.receivedAt !== null && civil.inText(dayOf(item.receivedAt, view.actor.timeZone)),
    item.fileHash !== null && t('hash', { hash: item.fileHash.slice(0, 12) }),
  ]
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <b>
          <LineName options={[item.code]} types={view.evidence.types} />
        </b>
        <span>{item.label || item.fileName}</span>
        <Pill tone={tones[item.status]}>{words(`evidenceStatus.${item.status}`)}</Pill>
      </p>
      <p className="text-dense text-muted">{facts.filter(Boolean).join(' · ')}</p>
      {item.status === 'REJECTED' && <p className="text-dense text-bad">{t('rejectedBecause', { reason: item.rejectReason })}</p>}
    </div>
  )
}

/** Medical files open only with a grant; the original is a permission of its own. */
async function Doors({ item, view, debts }: { item: Item; view: CaseView; debts: readonly DebtOfClient[] }) {
  const t = await getTranslations('evidence')
  const { actor, kase } = view
  const askedAgain = isDoneNow(view, 'evidence.review', { status: 'REJECTED' })
  if (!item.mayOpen) return <p className="text-dense text-wait">{t('closed')}</p>
  return (
    <div className="flex flex-wrap items-start gap-2">
      {item.hasPreview && (
        <Link className={buttonClass()} href={`/cases/${kase.id}/evidence/${item.id}`} prefetch={false}>
          {t('preview')}
        </Link>
      )}
      {mayAsk(actor, 'evidence.original') && (
        <a className={buttonClass('quiet')} href={`/api/files/${item.id}?original`} download>
          {t('original')}
        </a>
      )}
      {mayDo(actor, 'evidence.review') && (
        <Disclosure label={t(reviewOf(item.status).label)}>
          <Review evidenceId={item.id} version={item.version} status={item.status} askedAgain={askedAgain}>
            {askedAgain ? null : <Resting />}
          </Review>
        </Disclosure>
      )}
      <MoreDoors item={item} view={view} debts={debts} />
    </div>
  )
}
