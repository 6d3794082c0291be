import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayFormat } from '@/app/_parts/day-format'
import { orNotFound } from '@/app/_parts/or-not-found'
import { buttonClass } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { requireStaff } from '@/lib/core/session'
import { money, sum, toText } from '@/lib/platform/money'
import { type ListedProposal, listProposals } from '@/lib/proposals/queries'
import { isOnePayment } from '@/lib/proposals/work-out'
import { CaseFrame } from '../_frame/case-frame'
import { caseView } from '../_frame/case-view'
import { Offered } from '../_frame/offered'
import { AnswerList } from './answer-list'
import { NewVersion } from './new-version'
import { outcomeTone } from './outcome-tone'
import { reliefText } from './relief-text'
import { versionPlace } from './version-places'

type Params = { params: Promise<{ caseId: string }>; searchParams: Promise<{ for?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('proposals'))('list') }
}

/**
 * Every version of the case, round by round, with the answers: who moved what. Asked for where a fact is supplied (`for`),
 * it leads on to that place.
 */
export default async function ProposalsPage({ params, searchParams }: Params) {
  const [{ caseId }, { for: fact = '' }] = [await params, await searchParams]
  const actor = await requireStaff()
  const t = await getTranslations('proposals')
  const { proposals, case: kase } = await orNotFound(listProposals(actor, { caseId }))
  const place = versionPlace(fact, { proposals, stage: kase.stage })
  if (place !== undefined) redirect(`/cases/${caseId}/proposals${place}`)
  const view = await caseView(actor, caseId)
  const rounds = [...new Set(proposals.map(({ round }) => round))]
  const numbers = proposals.slice(0, 4).map(({ number }) => `v=${number}`)
  const isFirst = proposals.length === 0
  return (
    <CaseFrame view={view} tab="proposals">
      {proposals.length > 1 && (
        <Link
          href={`/cases/${caseId}/proposals/compare?${numbers.toReversed().join('&')}`}
          className={buttonClass('secondary', 'justify-self-start')}
        >
          {t('compare')}
        </Link>
      )}
      {isFirst && <EmptyState title={t('noneTitle')} text={t('noneText')} />}
      {kase.stage !== 'CLOSED' && (
        <Offered view={view} command="proposal.draft">
          <NewVersion caseId={caseId} wasRefused={kase.wasRefused} isAwaiting={kase.isAwaiting} isFirst={isFirst} />
        </Offered>
      )}
      {rounds.map((round) => (
        <Panel key={round} title={t('roundTitle', { round })}>
          <ul className="grid gap-3">
            {proposals
              .filter((proposal) => proposal.round === round)
              .map((proposal) => (
                <li key={proposal.id}>
                  <VersionCard proposal={proposal} stage={kase.stage} />
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </CaseFrame>
  )
}

async function VersionCard({ proposal, stage }: { proposal: ListedProposal; stage: Parameters<typeof AnswerList>[0]['stage'] }) {
  const [t, words, format] = [await getTranslations('proposals'), await getTranslations('words'), await dayFormat()]
  const { id, caseId, number, outcome, sentAt, lines, decisions } = proposal
  const civil = civilDates(await getLocale())
  const asked = lines.flatMap(({ reliefs }) => reliefs).map((relief) => reliefText(relief, t, words, civil))
  return (
    <div className="grid gap-2 rounded-m border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <Link href={`/cases/${caseId}/proposals/${id}`} className="font-semibold text-primary underline">
          {t('version', { number })}
        </Link>
        <Pill tone={outcomeTone[outcome]}>
          {sentAt === null && outcome === 'PENDING' ? t('isDraft') : words(`versionOutcome.${outcome}`)}
        </Pill>
        {sentAt !== null && (
          <span className="text-muted">{t('sentOn', { date: format.dateTime(new Date(sentAt), { dateStyle: 'medium' }) })}</span>
        )}
      </p>
      <p>{asked.length === 0 ? t('nothingAsked') : asked.join(t('semicolon'))}</p>
      {lines.length > 0 && (
        <p className="text-dense text-muted">
          {isOnePayment(lines)
            ? `${t('settleNow')} ${yuan(totalOf(proposal, 'total'))}`
            : t('sums', { instalment: yuan(totalOf(proposal, 'instalment')), total: yuan(totalOf(proposal, 'total')) })}
        </p>
      )}
      {proposal.whatChanged !== '' && <p className="text-dense">{t('changedSince', { text: proposal.whatChanged })}</p>}
      {decisions.length > 0 && <AnswerList decisions={decisions} stage={stage} />}
    </div>
  )
}

const totalOf = ({ lines }: ListedProposal, part: 'instalment' | 'total') => toText(sum(lines.map((line) => money(line[part]))))
