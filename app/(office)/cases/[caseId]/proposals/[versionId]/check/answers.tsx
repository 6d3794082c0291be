import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { yuan } from '@/app/_parts/amount'
import { civilDates } from '@/app/_parts/civil-dates'
import { Panel } from '@/app/_ui/panel'
import { money, sum, toText } from '@/lib/platform/money'
import type { Proposal } from '@/lib/proposals/queries'
import { isSettled } from '@/lib/proposals/work-out'
import { reliefText } from '../../relief-text'
import { MaybeBarred } from '../maybe-barred'
import { applying } from './applying'

type Row = [label: string, value: string, href: string]
const only = (applies: boolean, row: Row): Row[] => (applies ? [row] : [])

/** What is paid at once and what a month takes are never one sum. */
function payments(lines: Proposal['lines']) {
  const [settled, others] = [lines.filter(isSettled), lines.filter((line) => !isSettled(line))]
  const sumOf = (some: Proposal['lines']) => yuan(toText(sum(some.map((line) => money(line.instalment)))))
  return [
    ...(settled.length > 0 ? [['settleNow', sumOf(settled)] as const] : []),
    ...(others.length > 0 || settled.length === 0 ? [['row.instalment', sumOf(others)] as const] : []),
  ]
}

/** The version in one table: every answer with the way back to where it is changed. */
export async function Answers({ proposal }: { proposal: Proposal }) {
  const [t, words, locale] = [await getTranslations('proposals'), await getTranslations('words'), await getLocale()]
  const quote = await getTranslations('quote')
  const { lines, affordability, sourceOfFunds, limitationAnswer, whatChanged, overAffordableReason } = proposal
  const base = `/cases/${proposal.caseId}/proposals/${proposal.id}`
  const total = (part: 'total' | 'waived') => yuan(toText(sum(lines.map((line) => money(line[part])))))
  const asked = lines.flatMap(({ reliefs }) => reliefs).map((relief) => reliefText(relief, t, words, civilDates(locale)))
  const has = applying(proposal)
  const rows: Row[] = [
    [t('row.reliefs'), asked.join(t('semicolon')) || t('nothingAsked'), base],
    ...payments(lines).map(([label, amount]): Row => [t(label), amount, base]),
    [t('row.total'), total('total'), base],
    ...only(has.waived, [t('row.waived'), total('waived'), base]),
    [t('bufferLeft'), affordability === null ? '—' : yuan(affordability.buffer), base],
    ...only(has.overReason, [t('overReason'), overAffordableReason || '—', `${base}/over`]),
    [t('whatChanged'), whatChanged || '—', base],
    [t('sourceOfFunds'), sourceOfFunds || '—', base],
    [t('limitation'), limitationAnswer === null ? t('notAnswered') : words(`limitation.${limitationAnswer}`), base],
    [
      t('documentsLabel'),
      proposal.source.documents.map(({ zh, en }) => t('name', { zh, en })).join(t('and')) || '—',
      `/cases/${proposal.caseId}/evidence`,
    ],
  ]
  return (
    <Panel title={t('yourAnswers')}>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-baseline gap-x-4 gap-y-2 sm:grid-cols-[auto_1fr_auto]">
        {rows.map(([label, value, href]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
            <dd>
              <Link href={href} className="text-primary underline">
                {t('change')}
                <span className="sr-only"> {label}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {proposal.warnings.length > 0 && (
        <ul className="mt-3 grid gap-1 font-medium text-wait">
          {proposal.warnings.map((code) => (
            <li key={code}>{quote(`warning.${code}`)}</li>
          ))}
        </ul>
      )}
      <MaybeBarred source={proposal.source} answer={limitationAnswer} />
    </Panel>
  )
}
