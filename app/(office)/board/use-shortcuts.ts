'use client'
import { type KeyboardEvent, useCallback, useSyncExternalStore } from 'react'
import type { Window } from './around'

/** Keys that open something for the card in focus. */
const cardKeys: Record<string, Window> = { m: 'move', w: 'whose', d: 'next', '.': 'menu', a: 'assign' }
export type Way = 'left' | 'right' | 'up' | 'down'
/** Up and down arrows are the list's own. */
const ways: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', h: 'left', l: 'right', j: 'down', k: 'up' }

type Handlers = {
  onCard: (window: Window, id: string, card: HTMLElement) => void
  onGo: (way: Way, card: HTMLElement) => void
  onContact: (id: string) => void
  onUndo: () => void
  onHelp: () => void
  onFilter: () => void
}
type Press = KeyboardEvent<HTMLElement>

/** What a key press on the board means. Never while composing Chinese, never while typing. */
export function keyHandler(handlers: Handlers, { singleKeys }: { singleKeys: boolean }) {
  return (event: Press) => {
    if (isTyping(event)) return
    if (isUndo(event)) return act(event, handlers.onUndo)
    if (hasModifier(event) || !(singleKeys || event.key.startsWith('Arrow'))) return
    onPlainKey(event, handlers)
  }
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: Press) => ctrlKey || metaKey || altKey
const isUndo = ({ ctrlKey, metaKey, shiftKey, key }: Press) => (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z'

function onPlainKey(event: Press, handlers: Handlers) {
  if (event.key === '?') return act(event, handlers.onHelp)
  if (event.key === '/') return act(event, handlers.onFilter)
  const { target } = event
  if (target instanceof HTMLElement && target.matches('[role="row"][data-key]')) onCardKey(event, target, handlers)
}

function onCardKey(event: Press, card: HTMLElement, handlers: Handlers) {
  const id = card.dataset['key'] ?? ''
  const [window, way] = [cardKeys[event.key], ways[event.key]]
  if (window !== undefined) return act(event, () => handlers.onCard(window, id, card))
  if (way !== undefined) return act(event, () => handlers.onGo(way, card))
  if (event.key === 'n') return act(event, () => handlers.onContact(id))
  if (event.key === ' ') act(event, () => card.querySelector<HTMLElement>('button[slot="drag"]')?.click())
}

function act(event: Press, what: () => void) {
  event.preventDefault()
  event.stopPropagation()
  what()
}

const isTyping = ({ nativeEvent, target }: Press) =>
  nativeEvent.isComposing ||
  nativeEvent.keyCode === 229 ||
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null)

const storageKey = 'parley.singleKeys'

/** Single keys can be switched off (WCAG 2.1.4); remembered in this browser. */
export function useSingleKeys() {
  const isOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey) !== 'off',
    () => true,
  )
  const set = useCallback((on: boolean) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
    dispatchEvent(new StorageEvent('storage'))
  }, [])
  return [isOn, set] as const
}

function subscribe(onChange: () => void) {
  addEventListener('storage', onChange)
  return () => removeEventListener('storage', onChange)
}
