'use client'
import { useTranslations } from 'next-intl'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import { tell, toldOf } from './api'
import { place } from './board-state'
import { givenBy } from './missing-forms'
import type { Missing, Mover } from './mover'
import type { BoardStore } from './use-board'

/** What the small forms hold goes where it belongs: an assessment to the case first, everything else along with the move. */
export function useSupply({ update }: BoardStore, mover: Mover) {
  const [t, toast] = [useTranslations('board'), useToast()]
  const assess = async (card: Card, values: Record<string, string>): Promise<Card | undefined> => {
    const body = { version: card.v, result: values['triage'], reason: values['triageReason'] }
    const answer = await tell<{ card: Card }>(`cases/${card.id}/triage`, body)
    if (answer.kind === 'done') {
      update((board) => place(board, answer.value.card))
      return answer.value.card
    }
    toast({ text: answer.kind === 'refused' ? toldOf(answer.problem) : t('live.lost'), tone: 'bad' })
  }
  return async ({ card, to }: Missing, values: Record<string, string>) => {
    const assessed = values['triage'] ? await assess(card, values) : card
    if (assessed !== undefined) await mover.move(assessed, to, givenBy(values))
  }
}
