'use client'
import { useTranslations } from 'next-intl'
import { useTools } from './around'
import type { Board } from './board-state'
import { Column } from './column'

/** The stages side by side. */
export function Columns({ board, latest }: { board: Board; latest: { current: Board } }) {
  const [t, { rights }] = [useTranslations('board'), useTools()]
  return (
    <>
      <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto px-5 pt-1 pb-2">
        {board.columns.map((column) => (
          <Column key={column.stage} column={column} latest={latest} />
        ))}
      </div>
      {rights.move && <p className="px-5 pb-2 text-meta text-muted">{t('hint')}</p>}
    </>
  )
}
