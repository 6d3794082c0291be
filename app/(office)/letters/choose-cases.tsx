'use client'
import Link from 'next/link'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { Table } from '@/app/_ui/table'
import { locales } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import type { batchCandidates } from '@/lib/letters/batch-candidates.queries'
import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { startBatchAction } from './actions'

type Candidate = Awaited<ReturnType<typeof batchCandidates>>['cases'][number]
type Props = { cases: Candidate[]; today: CivilDate }

/** Whoever was reminded within a week is left alone unless somebody ticks them. */
const restDays = 7

/** Tick boxes beside each case that waits, and the button that writes their reminders. */
export function ChooseCases({ cases, today }: Props) {
  const [t, { letterBatches }] = [useTranslations('letterBatches'), useMessages()]
  const [civil, locale] = [useCivilDates(), useLocale()]
  const isDue = ({ remindedOn }: Candidate) => remindedOn === null || daysBetween(remindedOn, today) >= restDays
  return (
    <CommandForm
      action={startBatchAction}
      labels={letterBatches.label}
      submit={t('start')}
      hidden={{ kind: 'REMINDER' }}
      keeps
      quiet
    >
      <Table
        label={t('choose')}
        rows={cases}
        rowKey={({ caseId }) => caseId}
        columns={[
          {
            isShort: true,
            key: 'case',
            title: t('case'),
            cell: (one) => (
              <label className="flex min-h-6 items-center gap-2 whitespace-nowrap">
                <input
                  type="checkbox"
                  name="caseIds:list"
                  value={one.caseId}
                  defaultChecked={isDue(one)}
                  className="size-4 accent-[var(--primary)]"
                />
                <b>{one.number}</b> {one.name}
              </label>
            ),
          },
          { key: 'product', title: t('product'), cell: ({ product }) => nameIn(locale, product) },
          { isShort: true, key: 'sent', title: t('sentOn'), cell: ({ sentOn }) => civil.inColumn(sentOn) },
          {
            isShort: true,
            key: 'expected',
            title: t('expected'),
            cell: ({ expectedReplyBy }) => (
              <span className={expectedReplyBy !== null && expectedReplyBy < today ? 'text-bad' : ''}>
                {civil.inColumn(expectedReplyBy)}
              </span>
            ),
          },
          { key: 'reminded', title: t('reminded'), cell: ({ remindedOn }) => civil.inColumn(remindedOn) },
          {
            key: 'open',
            title: t('openCase'),
            cell: ({ caseId, number }) => (
              <Link className="text-primary hover:underline" href={`/cases/${caseId}`} aria-label={`${t('openCase')} ${number}`}>
                {t('openCase')}
              </Link>
            ),
          },
        ]}
      />
      <p className="text-meta text-muted">{t('startHint')}</p>
      <div className="w-fit">
        <FormSelect name="locale" options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))} />
      </div>
    </CommandForm>
  )
}
