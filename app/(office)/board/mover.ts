import type { useTranslations } from 'next-intl'
import type { Toast } from '@/app/_ui/toast'
import type { CaseStage } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import type { GuardName } from '@/lib/cases/guards'
import { canGo, stages } from '@/lib/cases/stages'
import { type Answer, newKey, type Problem } from './api'
import { type Board, findCard, moved, place, positionOf } from './board-state'

/** What small forms add to a move: a reason, how it closes, an answer. */
export type Given = Record<string, unknown>
export type Missing = {
  card: Card
  to: CaseStage
  missing: GuardName[]
  /** What went along with the move that was refused. */
  given: Given
  clientId?: string | undefined
}
type Done = { id: string; eventId: string; version: number }
type Moved = { card: Card; eventId: string; version: number; to: CaseStage }

/** Everything around the moves: the board, the server, and the ways to speak to people. */
export type Around = {
  latest: { current: Board }
  update: (change: (board: Board) => Board) => void
  tell: <Value>(path: string, body: object, key?: string) => Promise<Answer<Value>>
  /** Keeps colleagues' changes of one card away while it is being saved. */
  hold: (id: string) => void
  release: (id: string) => void
  merge: (id: string) => Promise<void>
  toast: (toast: Toast) => void
  announce: (sentence: string) => void
  focus: (id: string) => void
  onMissing: (missing: Missing) => void
  /** The card has moved: what was typed for it on the way is done with. */
  forget: (id: string) => void
  t: ReturnType<typeof useTranslations<'board'>>
  words: ReturnType<typeof useTranslations<'words'>>
}

/** Moves cards: at once on the screen, then on the server, and back again for that one card where the server says no. */
export class Mover {
  readonly #around: () => Around
  #done: Done[] = []
  /** The latest move of each card that the server has not spoken of yet. */
  readonly #onTheWay = new Map<string, Promise<void>>()

  constructor(around: () => Around) {
    this.#around = around
  }

  /**
   * Resolves when the server has spoken. `key` is the same for every try of one move. A card that is still on its way goes on
   * from where it ends up.
   */
  async move(card: Card, to: CaseStage, given: Given = {}, key = newKey()): Promise<void> {
    const before = this.#onTheWay.get(card.id)
    const moving = before?.then(() => this.#send(this.#now(card), to, given, key)) ?? this.#send(card, to, given, key)
    this.#onTheWay.set(card.id, moving)
    await moving.finally(() => {
      if (this.#onTheWay.get(card.id) === moving) this.#onTheWay.delete(card.id)
    })
  }

  async #send(card: Card, to: CaseStage, given: Given, key: string): Promise<void> {
    if (card.stage === to) return this.#putBack(card)
    if (!canGo({ from: card.stage, to })) return this.#sayWhereItCanGo(card, to)
    const { hold, release, update, focus, tell } = this.#around()
    hold(card.id)
    update((board) => place(board, moved(card, to, arrivalOf(to))))
    focus(card.id)
    const answer = await tell<Moved>(`cases/${card.id}/move`, { version: card.v, to, ...given }, key)
    if (answer.kind === 'done') this.#succeed(answer.value)
    else if (isConflict(answer)) await this.#showNewest(card)
    else this.#putBack(card)
    if (answer.kind === 'refused') this.#explain(answer.problem, { card, to, given })
    if (answer.kind === 'lost') this.#offerAgain(card, () => this.move(this.#now(card), to, given, key))
    release(card.id)
  }

  /** Takes back the last move of a card, or the last one made here, also one that is still on its way. */
  async undo(id?: string): Promise<void> {
    await Promise.all(this.#onTheWay.values())
    const { toast, t, latest, tell } = this.#around()
    const last = this.#done.findLast((one) => id === undefined || one.id === id)
    if (last === undefined) return toast({ text: t('move.nothingToUndo') })
    this.#done = this.#done.filter((one) => one !== last)
    const version = findCard(latest.current, last.id)?.v ?? last.version
    const answer = await tell<Moved>(`cases/${last.id}/undo-move`, { version, eventId: last.eventId })
    if (answer.kind === 'lost') {
      this.#done.push(last)
      return toast({ text: t('live.lost'), tone: 'bad' })
    }
    if (answer.kind === 'refused') toast({ text: this.#why(answer.problem), tone: 'bad' })
    else this.#showUndone(answer.value)
  }

  #succeed({ card, eventId, version }: Moved) {
    const { update, announce, toast, t, latest, forget } = this.#around()
    update((board) => place(board, card))
    forget(card.id)
    this.#done.push({ id: card.id, eventId, version })
    const said = this.#said(card)
    const isShown = findCard(latest.current, card.id) !== undefined
    if (isShown) announce(t('announce.dropped', { ...said, ...positionOf(latest.current, card.id) }))
    else announce(t('move.done', said))
    toast({ text: t('move.done', said), action: { label: t('move.undo'), run: () => void this.undo(card.id) } })
  }

  #showUndone({ card }: Moved) {
    const { update, focus, toast, announce, t } = this.#around()
    update((board) => place(board, card))
    focus(card.id)
    announce(t('announce.returned', this.#said(card)))
    toast({ text: t('move.undone', this.#said(card)) })
  }

  /** The inverse of this one move; a newer state that has arrived meanwhile stays. */
  #putBack(card: Card) {
    const { update, focus, announce, t } = this.#around()
    if (this.#now(card).v !== card.v) return
    update((board) => place(board, card))
    focus(card.id)
    announce(t('announce.returned', this.#said(card)))
  }

  /** It was changed elsewhere, perhaps in another window of one's own: where it is by now is what counts. */
  async #showNewest(card: Card) {
    const { update, merge, focus, announce, latest, t } = this.#around()
    if (this.#now(card).v === card.v) update((board) => place(board, card))
    await merge(card.id)
    const newest = findCard(latest.current, card.id)
    if (newest === undefined) return announce(t('move.gone', { name: card.name }))
    focus(card.id)
    announce(t('announce.dropped', { ...this.#said(newest), ...positionOf(latest.current, card.id) }))
  }

  #explain(problem: Problem, { card, ...tried }: Pick<Missing, 'card' | 'to' | 'given'>) {
    const { code, missing = [], clientId } = problem
    const { onMissing, toast, t } = this.#around()
    if (code === 'guard_missing') return onMissing({ card, ...tried, missing, clientId })
    toast({ text: code === 'conflict' ? t('move.conflict', { name: card.name }) : this.#why(problem), tone: 'bad' })
  }

  /** Why not, as exactly as it is known. */
  #why({ why = '', detail }: Problem) {
    const { t } = this.#around()
    const known = (['moved_since', 'no_undo', 'closed', 'supervisor_only'] as const).find((one) => one === why)
    return known === undefined ? detail : t(`move.why.${known}`)
  }

  #offerAgain(card: Card, again: () => Promise<void>) {
    const { toast, t } = this.#around()
    toast({ text: t('move.failed', this.#said(card)), tone: 'bad', action: { label: t('move.retry'), run: () => void again() } })
  }

  #sayWhereItCanGo(card: Card, to: CaseStage) {
    const { toast, t } = this.#around()
    this.#putBack(card)
    const next = stages[card.stage].next.map((stage) => this.#stage(stage)).join(t('move.and'))
    toast({ text: t('move.notAllowed', { from: this.#stage(card.stage), to: this.#stage(to), next }), tone: 'bad' })
  }

  #now(card: Card) {
    return findCard(this.#around().latest.current, card.id) ?? card
  }

  #said(card: Card) {
    return { name: card.name, stage: this.#stage(card.stage) }
  }

  #stage(stage: CaseStage) {
    return this.#around().words(`stage.${stage}`)
  }
}

const isConflict = (answer: Answer<unknown>) => answer.kind === 'refused' && answer.problem.code === 'conflict'

/** What the stage itself says of a card that arrives; the due date comes with the server's answer. */
const arrivalOf = (to: CaseStage) => ({
  whose: stages[to].whoseMove,
  action: stages[to].nextAction,
  since: new Date().toISOString(),
})
