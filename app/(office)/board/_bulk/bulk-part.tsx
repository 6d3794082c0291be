'use client'
import { use, useState } from 'react'
import type { Card } from '@/lib/cases/card'
import { type Answer, ask } from '../api'
import type { Person } from '../card-dialogs'
import type { BoardStore } from '../use-board'
import type { Choice } from '../use-choice'
import { BulkBar } from './bulk-bar'
import { BulkDialog } from './bulk-dialog'
import type { EvidenceType } from './bulk-fields'
import type { BulkKind } from './deeds'
import { useBulk } from './use-bulk'

type Props = {
  choice: Choice
  store: BoardStore
  merge: (id: string) => Promise<void>
  people: readonly Person[]
  /** How the last run is undone by Ctrl+Z. */
  onUndoable: (undo: (() => void) | undefined) => void
}

/** The bar below the board while cards are chosen, and the window of what is done to them. */
export function BulkPart(props: Props) {
  const { choice } = props
  return (
    <>
      <BulkBar choice={choice} />
      {choice.kind !== undefined && <Session {...props} key={choice.kind} kind={choice.kind} />}
    </>
  )
}

function Session({ choice, store, merge, people, onUndoable, kind }: Props & { kind: BulkKind }) {
  const [cards] = useState<readonly Card[]>(choice.cards)
  const [asked] = useState(() => typesFor(kind))
  const types = typesIn(use(asked))
  const work = useBulk({
    ...{ store, kind, merge },
    onCancel: () => choice.setKind(undefined),
    onOver: (failed, undo) => {
      choice.setKind(undefined)
      choice.keep(failed)
      onUndoable(undo)
    },
  })
  return <BulkDialog {...{ kind, cards, people, types, work }} />
}

type Types = Answer<{ types: EvidenceType[] }>
const none: Promise<Types> = Promise.resolve({ kind: 'lost' })
const typesFor = (kind: BulkKind) => (kind === 'evidence' ? ask<{ types: EvidenceType[] }>('evidence-types') : none)
const typesIn = (answer: Types) => (answer.kind === 'done' ? answer.value.types : [])
