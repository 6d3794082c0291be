'use client'
import Link from 'next/link'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { useCivilDates } from '@/app/_parts/civil-dates'
import { CommandForm } from '@/app/_parts/form/command-form'
import { FormSelect } from '@/app/_parts/form/fields'
import { Table } from '@/app/_ui/table'
import { contactChannels, locales } from '@/db/vocabulary'
import { nameIn } from '@/lib/creditors/names'
import type { batchCandidates } from '@/lib/letters/batch-candidates.queries'
import type { BulkKind } from '@/lib/letters/bulk-kinds'
import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { startBatchAction } from './actions'

type Candidate = Awaited<ReturnType<typeof batchCandidates>>['cases'][number]
type Props = { kind: BulkKind; cases: Candidate[]; today: CivilDate }

/** Whoever got such a letter within a week is left alone unless somebody ticks them. */
const restDays = 7

/** Tick boxes beside each case that waits, and the button that writes their letters. */
export function ChooseCases({ kind, cases, today }: Props) {
  const [t, words, { letterBatches }] = [useTranslations('letterBatches'), useTranslations('words'), useMessages()]
  const [civil, locale] = [useCivilDates(), useLocale()]
  const isDue = ({ writtenOn }: Candidate) => writtenOn === null || daysBetween(writtenOn, today) >= restDays
  return (
    <CommandForm
      action={startBatchAction}
      labels={letterBatches.label}
      submit={t('start', { kind: words(`letterKind.${kind}`) })}
      hidden={{ kind }}
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
          { isShort: true, key: 'since', title: t(`since.${kind}`), cell: ({ sinceOn }) => civil.inColumn(sinceOn) },
          {
            isShort: true,
            key: 'due',
            title: t(`due.${kind}`),
            cell: ({ dueOn }) => (
              <span className={dueOn !== null && dueOn < today ? 'text-bad' : ''}>{civil.inColumn(dueOn)}</span>
            ),
          },
          { key: 'written', title: t('writtenOn'), cell: ({ writtenOn }) => civil.inColumn(writtenOn) },
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
      <div className="grid w-fit items-end gap-3 sm:grid-cols-2">
        <FormSelect name="locale" options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))} />
        <FormSelect
          name="channel"
          hint={t('channelHint')}
          options={[
            { value: '', label: t('notYet') },
            ...contactChannels.map((value) => ({ value, label: words(`channel.${value}`) })),
          ]}
        />
      </div>
    </CommandForm>
  )
}
