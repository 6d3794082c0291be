'use client'
import { useSearchParams } from 'next/navigation'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useKeptShown } from '../_shown/kept'
import { type BoardTools, Tools } from './around'
import { CardWindow, MissingDialog, usePartsAtRest } from './at-rest'
import type { BoardProps } from './board'
import type { Board } from './board-state'
import type { Opened } from './card-windows'
import { Columns } from './columns'
import { focusCard } from './focus-card'
import type { Missing } from './mover'
import { isEmpty, NoCases } from './no-cases'
import { PhoneBoard } from './phone-board'
import { Present } from './present'
import { allShown } from './selection'
import { Toolbar } from './toolbar'
import { useBoardKeys } from './use-board-keys'
import { useAssignToMe, useCardWrites } from './use-card-writes'
import { useChoice } from './use-choice'
import { usePhone } from './use-phone'
import { useSupply } from './use-supply'
import { useWork } from './use-work'

/** Comes with the first chosen card: most of the time nobody chooses any. */
const BulkPart = lazy(async () => ({ default: (await import('./_bulk/bulk-part')).BulkPart }))

/** The board at work: columns or, on a phone, one stage; the small windows of a card; keys; and what is said aloud. */
export function LiveBoard({ initial, people, me, bar, ...props }: BoardProps & { initial: Board }) {
  const { query, timeZone, rights, isOnePerson, density } = props
  const [opened, setOpened] = useState<Opened>()
  const [missing, onMissing] = useState<Missing>()
  const [sentence, announce] = useState('')
  const isPhone = usePhone()
  const { store, fresh, present, mover, merge, ...work } = useWork({ initial, query, announce, onMissing })
  const [write, supply] = [useCardWrites(store), useSupply(store, mover, onMissing)]
  const choice = useChoice(store, query)
  const undoMany = useRef<() => void>(undefined)

  const { today } = store.board
  const now = useMemo(() => ({ today, timeZone }), [today, timeZone])
  const mayChoose = rights.next || rights.assign || rights.export
  const tools: BoardTools = {
    ...{ ...work, now, rights, fresh, query, announce, isOnePerson, density, chosen: choice.selection },
    choose: mayChoose ? choice.toggle : undefined,
    move: (card, to) => {
      undoMany.current = undefined
      void mover.move(card, to)
    },
    open: (window, card, anchor) => setOpened({ window, card, anchor }),
  }
  const undo = () => {
    const many = undoMany.current
    undoMany.current = undefined
    if (many === undefined) void mover.undo()
    else many()
  }
  const assignToMe = useAssignToMe(write, me)
  const onKeys = useBoardKeys({ latest: store.latest, rights, choice, mayChoose, undo, assignToMe, open: setOpened })
  const search = useSearchParams().toString()
  useKeptShown(() => ({ place: 'board', href: `/board?${search}`, ids: allShown(store.latest.current).map(({ id }) => id) }))
  usePartsAtRest()
  const leaveMissing = () => {
    if (missing !== undefined) focusCard(missing.card.id)
    onMissing(undefined)
  }
  return (
    <Tools value={tools}>
      <Toolbar board={store.board} bar={bar}>
        <Present people={people.filter(({ id }) => present.includes(id))} />
      </Toolbar>
      {isEmpty(store.board.columns) && <NoCases isFiltered={query !== ''} />}
      <div role="presentation" onKeyDownCapture={onKeys} className="flex min-h-0 flex-1 flex-col">
        {isPhone ? <PhoneBoard board={store.board} /> : <Columns board={store.board} latest={store.latest} />}
      </div>
      {choice.selection.size > 0 && (
        <Suspense>
          <BulkPart
            {...{ choice, store, merge, people }}
            onUndoable={(back) => {
              undoMany.current = back
            }}
          />
        </Suspense>
      )}
      <p aria-live="polite" data-live-announcer="true" className="sr-only">
        {sentence}
      </p>
      <Suspense>
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
            onSupply={(values, isEnough) => {
              leaveMissing()
              void supply(missing, values, isEnough)
            }}
            onMove={(given) => {
              leaveMissing()
              void mover.move(missing.card, missing.to, given)
            }}
          />
        )}
      </Suspense>
    </Tools>
  )
}
