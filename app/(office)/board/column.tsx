'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { GridList, GridListItem, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components'
import { yuan } from '@/app/_parts/amount'
import type { Card } from '@/lib/cases/card'
import { stages } from '@/lib/cases/stages'
import { lastKnownYear } from '@/lib/platform/china-calendar'
import { type BoardTools, useTools } from './around'
import type { Board, Column as ColumnState } from './board-state'
import { findCard, positionOf } from './board-state'
import { CardBody } from './card-body'
import { useCardLabel } from './card-face'
import { cardGap, cardHeight, cardLook, focusCard } from './focus-card'
import { MoreCards } from './more-cards'
import { namedDrop } from './named-drop'
import { useMore } from './use-more'

const cardType = 'parley-case'

type Props = { column: ColumnState; latest: { current: Board } }

/** One stage: its name, how many and how much, and its cards; an empty one is a narrow rail that still takes a card. */
export function Column({ column, latest }: Props) {
  const [words, tools] = [useTranslations('words'), useTools()]
  const label = useCardLabel(tools.now)
  const name = words(`stage.${column.stage}`)
  const { dragAndDropHooks } = useCardDrag(column, latest)
  const dropOn = useTranslations('board.announce')('dropOn', { stage: name })
  const named = useMemo(() => namedDrop(dragAndDropHooks, dropOn), [dragAndDropHooks, dropOn])
  const [layoutOptions] = useState(() => ({
    ...{ rowHeight: cardHeight(tools.density), gap: cardGap(tools.density), padding: 8 },
  }))
  const more = useMore(column)
  const isRail = column.count === 0
  return (
    <section
      aria-label={name}
      data-stage={column.stage}
      className={`flex min-h-0 shrink-0 flex-col rounded-[10px] bg-sunken has-[[data-drop-target]]:outline-2 has-[[data-drop-target]]:outline-focus ${isRail ? 'w-11' : 'w-[calc(272rem/14)]'}`}
    >
      {isRail ? <RailHead name={name} /> : <ColumnHead column={column} name={name} />}
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={name}
          items={column.cards}
          dragAndDropHooks={named}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          onScroll={more.onScroll}
          dependencies={[tools.now, tools.fresh, tools.chosen]}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-none"
          renderEmptyState={() => null}
        >
          {(card: Card) => (
            <GridListItem
              textValue={label(card)}
              href={`/cases/${card.id}`}
              className={`group/card grid ${cardLook(tools.density)} content-between rounded-m border px-3 text-ink no-underline shadow-1 outline-offset-[-1px] outline-focus transition-shadow duration-700 data-[dragging]:opacity-50 data-[focus-visible]:outline-2 motion-reduce:transition-none ${edgeOf(tools, card.id)}`}
            >
              <CardBody card={card} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <MoreCards column={column} load={more.load} isLoading={more.isLoading} />
    </section>
  )
}

/** A chosen card keeps its edge; a changed one has it for the second it glows. */
function edgeOf({ chosen, fresh }: Pick<BoardTools, 'chosen' | 'fresh'>, id: string) {
  if (chosen.has(id)) return 'border-primary bg-surface shadow-[0_0_0_1px_var(--primary)]'
  return fresh.has(id) ? 'border-primary bg-surface motion-safe:shadow-2' : 'border-transparent bg-surface'
}

function ColumnHead({ column, name }: { column: ColumnState; name: string }) {
  const [t, { isOnePerson }] = [useTranslations('board'), useTools()]
  const { targetDays, softLimit } = stages[column.stage]
  const limit = isOnePerson ? softLimit : null
  const isFull = limit !== null && column.count >= limit
  const count = limit === null ? t('count', { count: column.count }) : t('limit', { count: column.count, limit })
  return (
    <div className="px-3 pt-2.5">
      <h2 className="flex items-baseline gap-1.5 text-body font-semibold">
        <span className="truncate" title={name}>
          {name}
        </span>
        <span className={`shrink-0 text-dense ${isFull ? 'font-semibold text-wait' : 'font-medium text-muted'}`}>
          {count} {isFull && t('full')}
        </span>
        {targetDays !== null && (
          <span className="ml-auto shrink-0 text-meta font-normal text-muted" title={t('targetNote', { year: lastKnownYear })}>
            {t('target', { days: targetDays })}
          </span>
        )}
      </h2>
      <p className="text-meta text-muted">{yuan(column.total)}</p>
    </div>
  )
}

const RailHead = ({ name }: { name: string }) => (
  <h2 className="mx-auto max-h-72 truncate pt-3 text-dense font-medium text-muted [writing-mode:vertical-rl]" title={name}>
    {name}
  </h2>
)

/** Dragging by mouse, touch and keyboard; a column takes a card as a whole, its place there follows from the due date. */
function useCardDrag(column: ColumnState, latest: { current: Board }) {
  const [t, words, tools] = [useTranslations('board.announce'), useTranslations('words'), useTools()]
  return useDragAndDrop<Card>({
    isDisabled: !tools.rights.move,
    getItems: (_, cards) => cards.map(({ id, no }) => ({ [cardType]: id, 'text/plain': no })),
    acceptedDragTypes: [cardType],
    getDropOperation: () => 'move',
    onDragStart: ({ keys }) => {
      for (const key of keys) {
        const card = findCard(latest.current, String(key))
        if (card === undefined) continue
        tools.hold(card.id)
        tools.announce(
          t('lifted', { name: card.name, stage: words(`stage.${card.stage}`), ...positionOf(latest.current, card.id) }),
        )
      }
    },
    onDragEnd: ({ keys, dropOperation }) => {
      for (const key of keys) {
        const card = findCard(latest.current, String(key))
        if (card !== undefined && dropOperation === 'cancel') {
          tools.announce(t('returned', { name: card.name, stage: words(`stage.${card.stage}`) }))
        }
        tools.release(String(key))
        focusCard(String(key))
      }
    },
    onRootDrop: async ({ items }) => {
      for (const item of items) {
        if (item.kind !== 'text') continue
        const card = findCard(latest.current, await item.getText(cardType))
        if (card !== undefined) tools.move(card, column.stage)
      }
    },
  })
}
