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

/** The card becomes one's own. */
export function useAssignToMe(write: WriteCard, me: string) {
  const t = useTranslations('board.assign')
  return (card: Card) => void write(card, 'assign', { body: { ownerId: me }, said: t('mine', { name: card.name }) })
}

export type WriteCard = ReturnType<typeof useCardWrites>
