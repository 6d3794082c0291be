'use client'
import { useTranslations } from 'next-intl'
import type { Column } from './board-state'

/** How many more there are, and the way to them. */
export function MoreCards({ column, load, isLoading }: { column: Column; load: () => Promise<void>; isLoading: boolean }) {
  const t = useTranslations('board')
  const left = column.count - column.cards.length
  if (column.next === null || left <= 0) return null
  return (
    <button
      type="button"
      onClick={load}
      disabled={isLoading}
      className="mx-2 mb-2 min-h-6 rounded-s px-1.5 text-left text-dense text-muted hover:bg-neutral-bg"
    >
      {isLoading ? t('loadingMore') : t('more', { count: left })}
    </button>
  )
}
