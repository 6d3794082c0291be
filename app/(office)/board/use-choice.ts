'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import type { BulkKind } from './_bulk/deeds'
import { gather, mostChosen } from './_bulk/gather'
import { ask } from './api'
import { allShown, between, countOf, current, nothingChosen, toggled, withAll } from './selection'
import type { BoardStore } from './use-board'

/** The cards chosen on the board, and what is about to be done to them. */
export function useChoice({ board, latest }: BoardStore, query: string) {
  const [selection, choose] = useState(nothingChosen)
  const [kind, setKind] = useState<BulkKind>()
  const [isGathering, setGathering] = useState(false)
  const [t, toast] = [useTranslations('bulk'), useToast()]
  const last = useRef<string>(undefined)

  const add = (cards: readonly Card[]) => choose((now) => withAll(now, cards))
  const toggle = (card: Card, isStretch = false) => {
    if (isStretch) add(between(latest.current, last.current, card))
    else choose((now) => toggled(now, card))
    last.current = card.id
  }
  const clear = () => {
    choose(nothingChosen)
    setKind(undefined)
  }
  const chooseMatching = async () => {
    setGathering(true)
    const found = await gather(ask, query)
    setGathering(false)
    if (found === undefined) toast({ text: t('lost'), tone: 'bad' })
    else add(found)
  }
  return {
    ...{ selection, kind, isGathering, toggle, add, clear, chooseMatching, setKind },
    chooseShown: () => add(allShown(latest.current)),
    /** Keeps only these, after the others are done. */
    keep: (cards: readonly Card[]) => choose(withAll(nothingChosen, cards)),
    cards: current(selection, board),
    matching: countOf(board),
    most: mostChosen,
  }
}

export type Choice = ReturnType<typeof useChoice>
