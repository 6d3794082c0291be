import type { KeyboardEvent } from 'react'
import type { Sequence } from '../_keys/sequence'
import { chordOf, type ShortcutId, shortcutOf } from '../_keys/shortcuts'
import { isTyping } from '../_keys/typing'
import type { Window } from './around'

export type Way = 'left' | 'right' | 'up' | 'down'

type Handlers = {
  onCard: (window: Window, id: string, card: HTMLElement) => void
  onGo: (way: Way, card: HTMLElement) => void
  onContact: (id: string) => void
  onEvidence: (id: string) => void
  /** To oneself. */
  onMine: (id: string) => void
  onSelect: (id: string) => void
  onStretch: (way: 'up' | 'down', card: HTMLElement) => void
  onSelectAll: () => void
  /** Whether there was anything to let go of. */
  onClear: () => boolean
  onUndo: () => void
}
type Press = KeyboardEvent<HTMLElement>
/** What a key does; `false` leaves it to others. */
type Act = (card: HTMLElement, handlers: Handlers) => unknown

const opens =
  (window: Window): Act =>
  (card, { onCard }) =>
    onCard(window, idOf(card), card)
const goes =
  (way: Way): Act =>
  (card, { onGo }) =>
    onGo(way, card)

/** What each key does for the card in focus. Enter and the vertical arrows are the list's own. */
const onCards: Partial<Record<ShortcutId, Act>> = {
  left: goes('left'),
  right: goes('right'),
  up: goes('up'),
  down: goes('down'),
  peek: opens('peek'),
  move: opens('move'),
  whose: opens('whose'),
  next: opens('next'),
  assign: opens('assign'),
  menu: opens('menu'),
  mine: (card, { onMine }) => onMine(idOf(card)),
  contact: (card, { onContact }) => onContact(idOf(card)),
  evidence: (card, { onEvidence }) => onEvidence(idOf(card)),
  select: (card, { onSelect }) => onSelect(idOf(card)),
  stretchUp: (card, { onStretch }) => onStretch('up', card),
  stretchDown: (card, { onStretch }) => onStretch('down', card),
  selectAll: (_, { onSelectAll }) => onSelectAll(),
  clear: (_, { onClear }) => onClear(),
  lift: (card) => card.querySelector<HTMLElement>('button[slot="drag"]')?.click(),
}

/**
 * What a key press on the board means. Never while composing Chinese, never while typing, and never what ends a sequence that leads
 * to another page: the I of `g i` assigns nothing.
 */
export function keyHandler(handlers: Handlers, { singleKeys, sequence }: { singleKeys: boolean; sequence: Sequence }) {
  return (event: Press) => {
    const id = meantBy(event, singleKeys)
    if (sequence.hear(event, { at: event.timeStamp, singleKeys }) !== undefined) return
    if (id === 'undo') return act(event, handlers.onUndo)
    const [onCard, { target }] = [id && onCards[id], event]
    if (onCard && isCard(target)) act(event, () => onCard(target, handlers))
  }
}

function meantBy(event: Press, singleKeys: boolean) {
  const chord = chordOf(event)
  if (chord === undefined || isTyping({ ...pressOf(event), target: event.target })) return undefined
  return shortcutOf(chord, { place: 'board', singleKeys })
}

const pressOf = ({ nativeEvent: { isComposing, keyCode } }: Press) => ({ isComposing, keyCode })
const idOf = (card: HTMLElement) => card.dataset['key'] ?? ''
const isCard = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('[role="row"][data-key]')

function act(event: Press, what: () => unknown) {
  if (what() === false) return
  event.preventDefault()
  event.stopPropagation()
}
