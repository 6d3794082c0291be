/** Height of a card with the gap below it, in pixels: columns only draw what can be seen. */
export const cardHeight = 118
export const cardGap = 8

const tries = 12

/** Puts the focus on a card where it now is, scrolling its column there if it is not drawn. */
export function focusCard(id: string, left = tries) {
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(id)}"]`)
    if (card !== null) return card.focus({ preventScroll: false })
    if (left > 0) focusCard(id, left - 1)
  })
}
