/** The form somebody is filling in where a key was pressed. On a link the key keeps the meaning browsers give it. */
export const formAround = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof HTMLElement && target.closest('a[href]') === null ? target.closest('form') : null

/** Sends a form as Enter in one of its lines would: by its first button, and not at all while that one cannot be pressed. */
export function submitForm(form: HTMLFormElement) {
  const button = firstButton(form.elements)
  if (button === undefined || canBePressed(button)) form.requestSubmit(button instanceof HTMLElement ? button : null)
}

type Field = { matches: (selector: string) => boolean }

export const firstButton = <Any extends Field>(fields: Iterable<Any>): Any | undefined =>
  [...fields].find((field) => field.matches('button[type="submit"], button:not([type]), input[type="submit"]'))

export const canBePressed = (button: Field) => !button.matches(':disabled, [aria-disabled="true"]')
