import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayFormat } from '@/app/_parts/day-format'
import { CommandForm } from '@/app/_parts/form/command-form'
import { PlanTable } from '@/app/_parts/plan-table'
import { buttonClass } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-header'
import { Facts, Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { nameIn } from '@/lib/creditors/names'
import type { Proposal } from '@/lib/proposals/queries'
import { isOnePayment } from '@/lib/proposals/work-out'
import { withdrawProposalForm } from '../actions'
import { AnswerList } from '../answer-list'
import { outcomeTone } from '../outcome-tone'
import { reliefText } from '../relief-text'
import { KeptLetter } from './kept-letter'

/** A version as it was sent (or set aside): nothing in it changes any more. */
export async function SentView({ proposal }: { proposal: Proposal }) {
  const [t, words] = [await getTranslations('proposals'), await getTranslations('words')]
  const { source, number, caseId, id } = proposal
  const locale = await getLocale()
  const civil = civilDates(locale)
  const base = `/cases/${caseId}/proposals`
  return (
    <>
      <PageHeader
        title={t('versionOf', { number, name: source.clientName })}
        note={`${source.caseNo} · ${nameIn(locale, source.creditor.product)}`}
      >
        <Pill tone={outcomeTone[proposal.outcome]}>{words(`versionOutcome.${proposal.outcome}`)}</Pill>
        <Link href={base} className={buttonClass()}>
          {t('allVersions')}
        </Link>
        <a className={buttonClass()} href={`/api/proposals/${id}/pdf`} target="_blank" rel="noreferrer">
          {t('pdf')}
        </a>
        <a className={buttonClass()} href={`/api/proposals/${id}/docx`}>
          {t('docx')}
        </a>
        {proposal.may.decide && (
          <Link href={`${base}/${id}/decision`} className={buttonClass('primary')}>
            {t(proposal.decisions.length > 0 ? 'correctAnswer' : 'recordAnswer')}
          </Link>
        )}
      </PageHeader>
      <div className="grid gap-4 p-5 xl:grid-cols-[minmax(0,1fr)_430px]">
        <div className="grid min-w-0 content-start gap-4">
          <p className="text-muted">{t(standWords[standOf(proposal)].why)}</p>
          <SentFacts proposal={proposal} />
          {proposal.decisions.length > 0 && <AnswerList decisions={proposal.decisions} stage={proposal.case.stage} />}
          {proposal.lines.map((line) => (
            <Panel key={line.debtId} title={t('noteTail', { tail: tailOf(proposal, line.debtId) })}>
              <p>{line.reliefs.map((relief) => reliefText(relief, t, words, civil)).join(t('semicolon'))}</p>
              <PlanTable plan={line.after} label={t('schedule')} />
              <p className="text-dense text-muted">{t('estimate')}</p>
            </Panel>
          ))}
        </div>
        <div className="grid content-start gap-4">
          <KeptLetter proposal={proposal} />
          <p className="text-meta break-all text-muted">{t('letterHash', { hash: proposal.letterHash })}</p>
          {canWithdraw(proposal) && (
            <Panel title={t('withdraw')} id="withdraw">
              <p className="text-muted">{t('withdrawText')}</p>
              <CommandForm
                action={withdrawProposalForm}
                labels={{}}
                submit={t('withdraw')}
                look="danger"
                hidden={{ versionId: id, 'version:int': proposal.version }}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

const standWords = {
  sent: { why: 'readOnly', title: 'asSent' },
  draft: { why: 'readOnlyDraft', title: 'asDrafted' },
  setAside: { why: 'readOnlyUnsent', title: 'asSetAside' },
} as const
const standOf = ({ isDraft, sentAt }: Proposal) => (isDraft ? 'draft' : sentAt === null ? 'setAside' : 'sent')

const canWithdraw = ({ may, sentAt }: Proposal) => may.withdraw && sentAt !== null

const tailOf = ({ source }: Proposal, debtId: string) =>
  source.sheets.find((sheet) => sheet.debtId === debtId)?.contractTail ?? ''

async function SentFacts({ proposal }: { proposal: Proposal }) {
  const [t, words, format] = [await getTranslations('proposals'), await getTranslations('words'), await dayFormat()]
  const moment = (at: string | null) =>
    at === null ? '—' : format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const ofSending: [string, string][] = [
    [t('sentAt'), moment(proposal.sentAt)],
    [t('channel'), proposal.channel === null ? '—' : words(`channel.${proposal.channel}`)],
    [t('proof'), proposal.proof || '—'],
    [t('expectedReplyBy'), civilDates(await getLocale()).inText(proposal.expectedReplyBy)],
  ]
  const facts: [string, string][] = [
    [t('round'), String(proposal.round)],
    ...(proposal.sentAt === null ? [] : ofSending),
    [t('approvedAt'), moment(proposal.clientApprovedAt)],
    [
      t(isOnePayment(proposal.lines) ? 'settleNow' : 'instalment'),
      proposal.lines.map((line) => yuan(line.instalment)).join(' + '),
    ],
    [t('whatChanged'), proposal.whatChanged || '—'],
    [t('overReason'), proposal.overAffordableReason || '—'],
  ]
  return (
    <Panel title={t(standWords[standOf(proposal)].title)}>
      <Facts facts={facts} />
    </Panel>
  )
}
