'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { Card } from '@/lib/cases/card'
import { useTools } from '../around'
import { shortDate } from '../card-words'
import type { BulkKind, Deed } from './deeds'

/** Cases shown one by one; beyond them only their number is said. */
const shown = 6

/** What will change in which case before it does; what is so already is told apart. */
export function BulkPreview({ cards, deed }: { cards: readonly Card[]; deed: Deed }) {
  const [t, before] = [useTranslations('bulk'), useBefore()]
  const changing = cards.filter((card) => !deed.isSo(card))
  const same = cards.length - changing.length
  return (
    <section aria-label={t('preview')} className="grid gap-1.5 rounded-m bg-sunken p-3">
      <p className="font-medium">
        {t('willChange', { count: changing.length })}
        {same > 0 && <span className="font-normal text-muted"> · {t('isSo', { count: same })}</span>}
      </p>
      <ul className="grid gap-1 text-dense">
        {changing.slice(0, shown).map((card) => (
          <li key={card.id} className="flex items-baseline gap-2">
            <span className="w-24 shrink-0 truncate">{card.name}</span>
            <span className="w-20 shrink-0 text-meta text-muted">{card.no}</span>
            <span className="min-w-0 truncate text-ink-2">
              {before[deed.kind](card)}
              {before[deed.kind](card) !== '' && <span className="text-muted"> → </span>}
              {deed.says}
            </span>
          </li>
        ))}
      </ul>
      {changing.length > shown && <p className="text-dense text-muted">{t('more', { count: changing.length - shown })}</p>}
      {deed.kind === 'evidence' && <p className="text-dense text-wait">{t('evidenceNote')}</p>}
    </section>
  )
}

/** What a case has now, of what is about to change. */
function useBefore(): Record<BulkKind, (card: Card) => string> {
  const [t, words, locale, { now }] = [useTranslations('board.card'), useTranslations('words'), useLocale(), useTools()]
  const due = ({ due: day }: Card) => (day === null ? t('dueNone') : shortDate(day, now.today, locale))
  const action = ({ text, action: code }: Card) => text || (code === null ? t('noNextAction') : words(`nextAction.${code}`))
  return { assign: ({ owner }) => owner, due, next: (card) => `${action(card)} · ${due(card)}`, evidence: () => '' }
}
