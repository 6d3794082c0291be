import type { Way } from './use-shortcuts'

/** Puts the focus on the card above or below, or at the same height in the next column that has cards. */
export function goToNeighbour(way: Way, card: HTMLElement) {
  if (way === 'up' || way === 'down') return pressArrow(card, way)
  const columns = [...document.querySelectorAll<HTMLElement>('[data-stage]')]
  const here = columns.findIndex((column) => column.contains(card))
  const others = way === 'right' ? columns.slice(here + 1) : columns.slice(0, here).reverse()
  const rows = others.map(rowsOf).find((cards) => cards.length > 0)
  nearest(rows ?? [], card)?.focus()
}

const rowsOf = (column: HTMLElement) => [...column.querySelectorAll<HTMLElement>('[role="row"][data-key]')]

/** The list knows its cards, also those not drawn: it is left to go there itself. */
function pressArrow(card: HTMLElement, way: 'up' | 'down') {
  card.dispatchEvent(new KeyboardEvent('keydown', { key: way === 'up' ? 'ArrowUp' : 'ArrowDown', bubbles: true }))
}

function nearest(rows: HTMLElement[], card: HTMLElement) {
  const { top } = card.getBoundingClientRect()
  const distance = (row: HTMLElement) => Math.abs(row.getBoundingClientRect().top - top)
  return rows.sort((a, b) => distance(a) - distance(b))[0]
}
