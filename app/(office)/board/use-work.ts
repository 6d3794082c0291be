'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { dropDrafts } from '@/app/_ui/drafts'
import { useToast } from '@/app/_ui/toast'
import type { CaseStage } from '@/db/vocabulary'
import { ask, tell } from './api'
import { typedFor } from './asking'
import { append, type Board, type Page } from './board-state'
import { Changes } from './changes'
import { focusCard } from './focus-card'
import { type Missing, Mover } from './mover'
import { useBoard } from './use-board'
import { useFresh } from './use-fresh'
import { useLatest } from './use-latest'
import { useLive } from './use-live'

type Props = { initial: Board; query: string; announce: (sentence: string) => void; onMissing: (missing: Missing) => void }

/** Everything that changes the board: one's own moves, colleagues' changes, the next page of a column. */
export function useWork({ initial, query, announce, onMissing }: Props) {
  const store = useBoard(initial)
  const { fresh, glow } = useFresh()
  const [t, words, toast] = [useTranslations('board'), useTranslations('words'), useToast()]
  const changes = useLatest(Changes, { ...store, ask, glow, query })
  const hold = (id: string) => changes.hold(id)
  const release = (id: string) => changes.release(id)
  const merge = (id: string) => changes.merge(id)
  const mover = useLatest(Mover, {
    ...{ ...store, tell, hold, release, merge, announce, onMissing },
    ...{ toast, t, words, focus: focusCard, forget: (id: string) => dropDrafts(typedFor(id)) },
  })
  const [present, onPresent] = useState<string[]>([])
  useLive({ onCases: (heard) => void changes.hear(heard), onMissed: () => void changes.reload(), onPresent })

  const loadMore = async (stage: CaseStage) => {
    const after = store.latest.current.columns.find((column) => column.stage === stage)?.next
    if (!after) return
    const page = await ask<Page>(`board/columns/${stage}?after=${after}&${query}`)
    if (page.kind === 'done') store.update((board) => append(board, stage, page.value))
  }
  return { store, fresh, present, mover, hold, release, merge, loadMore }
}
