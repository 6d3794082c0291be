import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { Disclosure } from '@/app/_parts/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Pill } from '@/app/_ui/pill'
import { Table } from '@/app/_ui/table'
import { mayDo } from '@/lib/core/permissions'
import { listBundles } from '@/lib/evidence/bundle.queries'
import { listVerifications, type VerificationView } from '@/lib/evidence/verification.queries'
import type { CaseView } from '../_frame/case-view'
import { AnswerVerification, RecordVerification } from './verification-forms'

/** The log of what the creditor wanted to verify: what, when, and what it was answered. */
export async function Verifications({ view: { actor, kase, today } }: { view: CaseView }) {
  const t = await getTranslations('verifications')
  const { verifications } = await listVerifications(actor, { caseId: kase.id })
  const mayAnswer = mayDo(actor, 'verification.answer')
  const open = mayAnswer ? verifications.filter(({ answeredOn }) => answeredOn === null) : []
  const bundles = open.length > 0 ? (await listBundles(actor, { caseId: kase.id })).bundles : []
  return (
    <Panel title={t('title')} id="verifications">
      <p className="text-dense text-muted">{t('lead')}</p>
      {verifications.length === 0 ? <EmptyState title={t('none')} text={t('noneText')} /> : <Log verifications={verifications} />}
      <div className="flex flex-wrap items-start gap-2">
        {mayDo(actor, 'verification.record') && (
          <Disclosure label={t('record')}>
            <RecordVerification caseId={kase.id} today={today} />
          </Disclosure>
        )}
        {open.map(({ id, version, asked }) => (
          <Disclosure key={id} label={t('answer', { asked: asked.slice(0, 16) })}>
            <AnswerVerification
              verificationId={id}
              version={version}
              today={today}
              bundles={bundles.map((bundle) => ({ id: bundle.id, number: bundle.number }))}
            />
          </Disclosure>
        ))}
      </div>
    </Panel>
  )
}

async function Log({ verifications }: { verifications: readonly VerificationView[] }) {
  const [t, words] = [await getTranslations('verifications'), await getTranslations('words')]
  const [bundles, civil] = [await getTranslations('bundles'), civilDates(await getLocale())]
  return (
    <Table
      label={t('title')}
      rows={verifications}
      rowKey={({ id }) => id}
      columns={[
        { key: 'asked', title: t('column.asked'), cell: ({ asked }) => <span className="block min-w-[12em]">{asked}</span> },
        {
          key: 'on',
          title: t('column.on'),
          cell: ({ askedOn, channel, deadline }) => (
            <span className="block min-w-[8em]">
              {civil.inColumn(askedOn)} · {words(`channel.${channel}`)}
              {deadline !== null && <span className="block text-muted">{t('by', { date: civil.inText(deadline) })}</span>}
            </span>
          ),
        },
        {
          key: 'answer',
          title: t('column.answer'),
          cell: ({ answer, bundleNumber }) => (
            <span className="block min-w-[12em]">
              {answer || '—'}
              {bundleNumber !== null && <span className="block text-muted">{bundles('number', { number: bundleNumber })}</span>}
            </span>
          ),
        },
        { key: 'answeredOn', title: t('column.answeredOn'), cell: ({ answeredOn }) => civil.inColumn(answeredOn) },
        { key: 'state', title: t('column.state'), cell: (one) => <State verification={one} /> },
      ]}
    />
  )
}

async function State({ verification: { answeredOn, onTime } }: { verification: VerificationView }) {
  const t = await getTranslations('verifications')
  if (answeredOn === null) return <Pill tone="wait">{t('waiting')}</Pill>
  if (onTime === null) return <Pill tone="ok">{t('answered')}</Pill>
  return onTime ? <Pill tone="ok">{t('inTime')}</Pill> : <Pill tone="bad">{t('late')}</Pill>
}
