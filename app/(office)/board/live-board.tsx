'use client'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useSingleKeys } from '../_keys/single-keys'
import { type BoardTools, mayOpen, Tools } from './around'
import type { BoardProps } from './board'
import { type Board, findCard } from './board-state'
import { CardWindow, type Opened } from './card-windows'
import { Columns } from './columns'
import { focusCard } from './focus-card'
import { goToNeighbour } from './go-to-neighbour'
import { MissingDialog } from './missing-dialog'
import type { Missing } from './mover'
import { isEmpty, NoCases } from './no-cases'
import { PhoneBoard } from './phone-board'
import { Toolbar } from './toolbar'
import { useCardWrites } from './use-card-writes'
import { usePhone } from './use-phone'
import { keyHandler } from './use-shortcuts'
import { useSupply } from './use-supply'
import { useWork } from './use-work'

/** The board at work: columns or, on a phone, one stage; the small windows of a card; keys; and what is said aloud. */
export function LiveBoard({ initial, query, timeZone, rights, people, isOnePerson, bar }: BoardProps & { initial: Board }) {
  const [opened, setOpened] = useState<Opened>()
  const [missing, onMissing] = useState<Missing>()
  const [sentence, announce] = useState('')
  const [isPhone, router, [singleKeys]] = [usePhone(), useRouter(), useSingleKeys()]
  const { store, fresh, mover, ...work } = useWork({ initial, query, announce, onMissing })
  const [write, supply] = [useCardWrites(store), useSupply(store, mover)]

  const { today } = store.board
  const now = useMemo(() => ({ today, timeZone }), [today, timeZone])
  const tools: BoardTools = {
    ...{ ...work, now, rights, fresh, query, announce, isOnePerson },
    move: (card, to) => void mover.move(card, to),
    open: (window, card, anchor) => setOpened({ window, card, anchor }),
  }
  const onKeys = keyHandler(
    {
      onCard: (window, id, anchor) => {
        const card = findCard(store.latest.current, id)
        if (card !== undefined && mayOpen(rights, window)) setOpened({ window, card, anchor })
      },
      onGo: goToNeighbour,
      onContact: (id) => router.push(`/cases/${id}/contacts#log`),
      onUndo: () => void mover.undo(),
    },
    { singleKeys },
  )
  const leaveMissing = () => {
    if (missing !== undefined) focusCard(missing.card.id)
    onMissing(undefined)
  }
  return (
    <Tools value={tools}>
      <Toolbar board={store.board} bar={bar} />
      {isEmpty(store.board.columns) && <NoCases isFiltered={query !== ''} />}
      <div role="presentation" onKeyDownCapture={onKeys} className="flex min-h-0 flex-1 flex-col">
        {isPhone ? <PhoneBoard board={store.board} /> : <Columns board={store.board} latest={store.latest} />}
      </div>
      <p aria-live="polite" data-live-announcer="true" className="sr-only">
        {sentence}
      </p>
      {opened !== undefined && (
        <CardWindow
          opened={opened}
          write={write}
          people={people}
          onClose={() => setOpened((now) => (now === opened ? undefined : now))}
        />
      )}
      {missing !== undefined && (
        <MissingDialog
          missing={missing}
          onClose={leaveMissing}
          onSupply={(values) => {
            leaveMissing()
            void supply(missing, values)
          }}
          onMove={(given) => {
            leaveMissing()
            void mover.move(missing.card, missing.to, given)
          }}
        />
      )}
    </Tools>
  )
}
