'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/app/_ui/button'
import type { Card } from '@/lib/cases/card'
import { type Rights, useTools } from '../around'
import type { Choice } from '../use-choice'
import { type BulkKind, bulkKinds } from './deeds'

const needed: Record<BulkKind, keyof Rights> = { assign: 'assign', due: 'next', next: 'next', evidence: 'evidence' }

/** What can be done to the chosen cases; it stays in sight while anything is chosen. */
export function BulkBar({ choice }: { choice: Choice }) {
  const [t, { rights }] = [useTranslations('bulk'), useTools()]
  return (
    <section
      aria-label={t('label')}
      className="sticky bottom-0 z-30 mx-3 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-m border border-line bg-surface px-4 py-2.5 shadow-2"
    >
      <p role="status" className="font-semibold">
        {t('chosen', { count: choice.cards.length })}
      </p>
      <Matching choice={choice} />
      <div className="flex flex-wrap gap-1.5 sm:ml-auto">
        {bulkKinds
          .filter((kind) => rights[needed[kind]])
          .map((kind) => (
            <Button key={kind} onClick={() => choice.setKind(kind)}>
              {t(`deed.${kind}`)}
            </Button>
          ))}
        {rights.export && <ExportLink cards={choice.cards} />}
        <Button look="quiet" onClick={choice.clear}>
          {t('clear')}
        </Button>
      </div>
    </section>
  )
}

/** From the cards in sight to all that fit the filter, with the number of them said beforehand. */
function Matching({ choice: { cards, matching, most, isGathering, chooseMatching } }: { choice: Choice }) {
  const t = useTranslations('bulk')
  if (isGathering) return <p className="text-dense text-muted">{t('gathering')}</p>
  if (cards.length >= matching) return <p className="text-dense text-muted">{t('allChosen', { count: matching })}</p>
  if (matching > most) return <p className="text-dense text-muted">{t('tooMany', { max: most })}</p>
  return (
    <button type="button" onClick={chooseMatching} className="min-h-6 rounded-chip px-1 text-dense text-primary underline">
      {t('allMatching', { count: matching })}
    </button>
  )
}

function ExportLink({ cards }: { cards: readonly Card[] }) {
  const [t, locale] = [useTranslations('bulk'), useLocale()]
  const chosen = new URLSearchParams([
    ['format', 'xlsx'],
    ['locale', locale],
    ...cards.map(({ serial }) => ['serials', String(serial)]),
  ])
  return (
    <a href={`/api/v1/exports/cases?${chosen}`} download className={buttonClass()}>
      {t('deed.export')}
    </a>
  )
}
