'use client'
import { useTranslations } from 'next-intl'
import { useToast } from '@/app/_ui/toast'
import type { Card } from '@/lib/cases/card'
import { tell, toldOf } from './api'
import { place } from './board-state'
import { givenBy, type Typed } from './missing-forms'
import type { Missing, Mover } from './mover'
import type { BoardStore } from './use-board'

/**
 * What the small forms hold goes where it belongs: an assessment to the case first, everything else along with the move.
 * Where the move needs more than that, only the assessment is recorded, and what is left is shown again.
 */
export function useSupply({ update }: BoardStore, mover: Mover, onMissing: (missing: Missing) => void) {
  const [t, toast] = [useTranslations('board'), useToast()]
  const assess = async (card: Card, values: Typed): Promise<Card | undefined> => {
    const body = { version: card.v, result: values['triage'], reason: values['triageReason'] }
    const answer = await tell<{ card: Card }>(`cases/${card.id}/triage`, body)
    if (answer.kind === 'done') {
      update((board) => place(board, answer.value.card))
      return answer.value.card
    }
    toast({ text: answer.kind === 'refused' ? toldOf(answer.problem) : t('live.lost'), tone: 'bad' })
  }
  return async (asked: Missing, values: Typed, isEnough: boolean) => {
    const card = values['triage'] ? await assess(asked.card, values) : asked.card
    if (card === undefined) return onMissing(asked)
    if (isEnough) return mover.move(card, asked.to, givenBy(values))
    toast({ text: t('missing.assessed', { name: card.name }) })
    onMissing({ ...asked, card, missing: asked.missing.filter((name) => name !== 'triage') })
  }
}
