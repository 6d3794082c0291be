'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { openStages } from '@/db/vocabulary'
import { useTools } from './around'
import type { Board } from './board-state'
import { CardFace } from './card-face'
import { Mark } from './mark'
import { MoreCards } from './more-cards'
import { chosenBefore, StageChoice } from './stage-choice'
import { useMore } from './use-more'

/** One stage at a time, each card with a button that moves it. */
export function PhoneBoard({ board }: { board: Board }) {
  const [stage, setStage] = useState(() => chosenBefore(board.columns))
  const column = board.columns.find((one) => one.stage === stage)
  const choose = (value: string) => setStage((now) => openStages.find((one) => one === value) ?? now)
  return (
    <div className="grid content-start gap-3 px-4 pb-6">
      <StageChoice columns={board.columns} value={stage} onChange={({ target }) => choose(target.value)} />
      {column !== undefined && <StageList column={column} />}
    </div>
  )
}

function StageList({ column }: { column: Board['columns'][number] }) {
  const [t, { now, rights, open, chosen }, { load, isLoading }] = [useTranslations('board'), useTools(), useMore(column)]
  return (
    <>
      <ul className="grid gap-2" data-stage={column.stage}>
        {column.cards.map((card) => (
          <li
            key={card.id}
            data-card={card.id}
            className={`grid gap-2 rounded-m border p-3 shadow-1 ${chosen.has(card.id) ? 'border-primary bg-surface shadow-[0_0_0_1px_var(--primary)]' : 'border-transparent bg-surface'}`}
          >
            <Link href={`/cases/${card.id}`} className="grid gap-1 text-ink no-underline">
              <CardFace card={card} now={now} />
            </Link>
            <div className="flex gap-2">
              {rights.move && (
                <Button className="min-h-9" onClick={({ currentTarget }) => open('move', card, currentTarget)}>
                  {t('phone.move')}
                </Button>
              )}
              <Button
                className="min-h-9"
                look="quiet"
                aria-label={t('card.menu', { name: card.name, number: card.no })}
                onClick={({ currentTarget }) => open('menu', card, currentTarget)}
              >
                ⋯
              </Button>
              <span className="ml-auto self-center">
                <Mark card={card} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <MoreCards column={column} load={load} isLoading={isLoading} />
    </>
  )
}
