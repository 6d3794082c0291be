'use client'
import { useTranslations } from 'next-intl'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import { tell } from './api'
import { place } from './board-state'
import type { BoardStore } from './use-board'

/** Changes of one card other than moves: sent, shown, and said; nothing changes where the server says no. */
export function useCardWrites({ update }: BoardStore) {
  const [t, toast] = [useTranslations('board'), useToast()]
  return async (card: Card, path: string, { body, said }: { body: object; said: string }) => {
    const answer = await tell<{ card: Card }>(`cases/${card.id}/${path}`, { version: card.v, ...body })
    if (answer.kind === 'lost') return toast({ text: t('live.lost'), tone: 'bad' })
    if (answer.kind === 'refused') return toast({ text: answer.problem.detail, tone: 'bad' })
    update((board) => place(board, answer.value.card))
    toast({ text: said })
  }
}

export type WriteCard = ReturnType<typeof useCardWrites>
