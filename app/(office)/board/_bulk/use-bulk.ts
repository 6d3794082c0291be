'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import { newKey, tell } from '../api'
import { findCard, place } from '../board-state'
import type { BoardStore } from '../use-board'
import { type BulkKind, canBeTakenBack, type Deed } from './deeds'
import { counted, type Outcome, runBulk, takeBack } from './run'

export type BulkState =
  | { at: 'asking' }
  | { at: 'running'; done: number; total: number }
  | { at: 'over'; deed: Deed; outcomes: readonly Outcome[]; total: number }

type Around = {
  store: BoardStore
  kind: BulkKind
  /** Reads a case anew. */
  merge: (id: string) => Promise<void>
  onCancel: () => void
  /** What failed stays chosen once the window closes; and how the whole is undone, where it can be. */
  onOver: (failed: readonly Card[], undo: (() => void) | undefined) => void
}

/** One run over many cases, from the question to what came of it. */
export function useBulk({ store, kind, merge, onCancel, onOver }: Around) {
  const [state, setState] = useState<BulkState>({ at: 'asking' })
  const [t, toast] = [useTranslations('bulk'), useToast()]
  const isStopped = useRef(false)
  const [key] = useState(newKey)

  const sender = (total: number) => ({
    tell,
    onCard: (card: Card) => store.update((board) => (findCard(board, card.id) === undefined ? board : place(board, card))),
    onProgress: (done: number) => setState({ at: 'running', done, total }),
    isStopped: () => isStopped.current,
  })
  const run = async (deed: Deed, cards: readonly Card[], kept: { outcomes: readonly Outcome[]; total: number }) => {
    isStopped.current = false
    setState({ at: 'running', done: 0, total: cards.length })
    const outcomes = await runBulk(cards, deed, { ...sender(cards.length), key })
    setState({ at: 'over', deed, outcomes: [...kept.outcomes, ...outcomes], total: kept.total })
  }
  const retry = async () => {
    if (state.at !== 'over') return
    const { failed } = counted(state.outcomes)
    await Promise.all(failed.map(({ card }) => merge(card.id)))
    const fresh = failed.map(({ card }) => findCard(store.latest.current, card.id) ?? card)
    const outcomes = state.outcomes.filter(({ kind: came }) => came === 'done' || came === 'same')
    await run(state.deed, fresh, { outcomes, total: state.total })
  }
  const undo = async (outcomes: readonly Outcome[]) => {
    isStopped.current = false
    const back = await takeBack(kind, outcomes, { ...sender(outcomes.length), onProgress: () => {}, key: newKey() })
    const { done, failed } = counted(back)
    if (failed.length === 0) toast({ text: t('undone', { count: done }) })
    else toast({ text: t('undoneSome', { count: done, failed: failed.length }), tone: 'bad' })
  }
  const leave = () => {
    if (state.at === 'running') isStopped.current = true
    else if (state.at === 'asking') onCancel()
    else close(state.outcomes)
  }
  const close = (outcomes: readonly Outcome[]) => {
    const { done, failed } = counted(outcomes)
    const back = canBeTakenBack(kind) && done > 0 ? once(() => void undo(outcomes)) : undefined
    onOver(
      failed.map(({ card }) => card),
      back,
    )
    if (done > 0) toast({ text: t('saidDone', { count: done }), ...(back && { action: { label: t('undo'), run: back } }) })
  }
  return {
    ...{ state, retry, leave },
    start: (deed: Deed, cards: readonly Card[]) => void run(deed, cards, { outcomes: [], total: cards.length }),
    stop: () => {
      isStopped.current = true
    },
    undo: () => {
      if (state.at !== 'over') return
      onOver([], undefined)
      void undo(state.outcomes)
    },
  }
}

/** The toast and Ctrl+Z offer the same step back: it is taken once. */
function once(act: () => void) {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}

export type BulkWork = ReturnType<typeof useBulk>
