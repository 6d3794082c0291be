'use client'
import { useTranslations } from 'next-intl'
import { yuan } from '@/app/_parts/amount'
import { money, sum, toText } from '@/lib/platform/money'
import type { Board } from './board-state'

/** How many cases and how much is owed in all that is shown. */
export function Summary({ board }: { board: Board }) {
  const t = useTranslations('board')
  const count = board.columns.reduce((all, column) => all + column.count, 0)
  const total = toText(sum(board.columns.map((column) => money(column.total))))
  return <p className="ml-auto text-dense text-muted">{t('summary', { count, total: yuan(total) })}</p>
}
