'use client'
import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { sumText } from '@/lib/platform/fen'
import type { Board } from './board-state'

/** How many cases and how much is owed in all that is shown. */
export function Summary({ board }: { board: Board }) {
  const t = useTranslations('board')
  const count = board.columns.reduce((all, column) => all + column.count, 0)
  const total = board.columns.reduce((all, column) => sumText(all, column.total), '0.00')
  return <p className="shrink-0 text-dense text-muted">{t('summary', { count, total: yuan(total) })}</p>
}
