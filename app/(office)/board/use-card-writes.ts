'use client'
import { useTranslations } from 'next-intl'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import { tell, toldOf } from './api'
import { place } from './board-state'
import type { BoardStore } from './use-board'

/**
 * Changes of one card other than moves: sent, shown, and said; nothing changes where the server says no. Resolves with what
 * went wrong, which a form says itself.
 */
export function useCardWrites({ update }: BoardStore) {
  const [t, toast] = [useTranslations('board'), useToast()]
  return async (card: Card, path: string, { body, said, inForm = false }: CardWrite): Promise<string | undefined> => {
    const answer = await tell<{ card: Card }>(`cases/${card.id}/${path}`, { version: card.v, ...body })
    if (answer.kind === 'done') {
      update((board) => place(board, answer.value.card))
      toast({ text: said })
      return undefined
    }
    const fault = answer.kind === 'lost' ? t('live.lost') : toldOf(answer.problem)
    if (!inForm) toast({ text: fault, tone: 'bad' })
    return fault
  }
}

type CardWrite = { body: object; said: string; inForm?: boolean }

/** The card becomes one's own. */
export function useAssignToMe(write: WriteCard, me: string) {
  const t = useTranslations('board.assign')
  return (card: Card) => void write(card, 'assign', { body: { ownerId: me }, said: t('mine', { name: card.name }) })
}

export type WriteCard = ReturnType<typeof useCardWrites>
