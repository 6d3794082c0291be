'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Card } from '@/lib/cases/card'
import { Sequence } from '../_keys/sequence'
import { useSingleKeys } from '../_keys/single-keys'
import type { BulkKind } from './_bulk/deeds'
import { mayOpen, type Rights, type Window } from './around'
import { type Board, findCard } from './board-state'
import type { Opened } from './card-windows'
import { goToNeighbour } from './go-to-neighbour'
import { neighbourOf } from './selection'
import type { Choice } from './use-choice'
import { keyHandler } from './use-shortcuts'

type Around = {
  latest: { current: Board }
  rights: Rights
  choice: Choice
  mayChoose: boolean
  open: (opened: Opened) => void
  undo: () => void
  assignToMe: (card: Card) => void
}

/** With cards chosen, these keys are about all of them. */
const forMany: Partial<Record<Window, BulkKind>> = { assign: 'assign', next: 'due' }

/** The keys of the board: about the card in focus, or about those chosen. */
export function useBoardKeys({ latest, rights, choice, mayChoose, open, undo, assignToMe }: Around) {
  const [router, [singleKeys], [sequence]] = [useRouter(), useSingleKeys(), useState(() => new Sequence())]
  const withCard = (id: string, act: (card: Card) => void) => {
    const card = findCard(latest.current, id)
    if (card !== undefined) act(card)
  }
  const onCard = (window: Window, id: string, anchor: HTMLElement) => {
    if (!mayOpen(rights, window)) return
    const kind = choice.selection.size > 0 ? forMany[window] : undefined
    if (kind !== undefined) choice.setKind(kind)
    else withCard(id, (card) => open({ window, card, anchor }))
  }
  return keyHandler(
    {
      onCard,
      onGo: goToNeighbour,
      onContact: (id) => router.push(`/cases/${id}/contacts#log`),
      onEvidence: (id) => {
        if (!rights.evidence) return
        if (choice.selection.size === 0) withCard(id, (card) => choice.add([card]))
        choice.setKind('evidence')
      },
      onMine: (id) => {
        if (!rights.assign) return
        if (choice.selection.size === 0) withCard(id, assignToMe)
        else choice.setKind('assign')
      },
      onSelect: (id) => (mayChoose ? withCard(id, (card) => choice.toggle(card)) : undefined),
      onStretch: (way, element) => {
        const id = element.dataset['key'] ?? ''
        const next = neighbourOf(latest.current, id, way)
        if (!mayChoose || next === undefined) return
        withCard(id, (card) => choice.add([card, next]))
        goToNeighbour(way, element)
      },
      onSelectAll: () => (mayChoose ? choice.chooseShown() : undefined),
      onClear: () => {
        const isAny = choice.selection.size > 0
        choice.clear()
        return isAny
      },
      onUndo: undo,
    },
    { singleKeys, sequence },
  )
}
