/** When what had the focus has gone, the heading of the page takes it: never nothing, from where every key starts anew. */
export function rescueFocus() {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    focusOn(document.querySelector<HTMLElement>('main h1'))
  })
}

/** Puts the focus on something that is read rather than used, such as a heading. */
export function focusOn(element: HTMLElement | null | undefined) {
  element?.setAttribute('tabindex', '-1')
  element?.focus()
}
