'use client'
import { useTranslations } from 'next-intl'
import type { BoardProps } from './board'
import type { Board } from './board-state'
import { CardFace } from './card-face'
import { cardLook } from './focus-card'
import { isEmpty, NoCases } from './no-cases'
import { Toolbar } from './toolbar'

const drawn = 6

/** What can be seen before scripts run: every stage that has cases, with its first cards. */
export function FirstScreen({ board, timeZone, bar, query, density }: BoardProps & { board: Board }) {
  const words = useTranslations('words')
  const now = { today: board.today, timeZone }
  return (
    <>
      <Toolbar board={board} bar={bar} />
      {isEmpty(board.columns) && <NoCases isFiltered={query !== ''} />}
      <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto px-5 pt-1 pb-5">
        {board.columns
          .filter(({ count }) => count > 0)
          .map(({ stage, cards, count }) => (
            <section key={stage} className="grid w-[calc(272rem/14)] shrink-0 content-start gap-2 rounded-[10px] bg-sunken p-2">
              <h2 className="px-1 text-body font-semibold">
                {words(`stage.${stage}`)} <span className="font-medium text-muted">{count}</span>
              </h2>
              {cards.slice(0, drawn).map((card) => (
                <a
                  key={card.id}
                  href={`/cases/${card.id}`}
                  className={`grid ${cardLook(density)} content-between rounded-m bg-surface px-3 text-ink no-underline shadow-1`}
                >
                  <CardFace card={card} now={now} />
                </a>
              ))}
            </section>
          ))}
      </div>
    </>
  )
}
