import type { Density } from './_views/looking'

/** Height of a card, in pixels where a rem is 14 of them. The classes below say the same. */
const heights: Record<Density, number> = { comfortable: 118, compact: 98 }
const looks: Record<Density, string> = { comfortable: 'h-[calc(118rem/14)] py-2.5', compact: 'h-[calc(98rem/14)] py-1.5' }
const gaps: Record<Density, number> = { comfortable: 8, compact: 6 }

/** In pixels of this screen: columns only draw what can be seen. */
export const cardHeight = (density: Density) =>
  (heights[density] * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 14
export const cardLook = (density: Density) => looks[density]
export const cardGap = (density: Density) => gaps[density]

/** So long it may take until a window has closed, the server has said where a card stands, and it is drawn there. */
const settleMs = 2_000
let turn = 0

/** Puts the focus on a card where it now is, and keeps it there until all is settled or somebody goes on. */
export function focusCard(id: string) {
  turn += 1
  const mine = turn
  const stop = () => {
    if (turn === mine) turn += 1
  }
  for (const sign of ['keydown', 'pointerdown']) addEventListener(sign, stop, { capture: true, once: true })
  const until = performance.now() + settleMs
  const beside = neighbourOnPhone(id)
  const keep = () => {
    if (turn !== mine || performance.now() > until) return
    const place = rowOf(id) ?? buttonOf(onPhone(id)) ?? insteadOnPhone(beside)
    if (place !== document.activeElement && isFree(place)) place?.focus({ preventScroll: false })
    requestAnimationFrame(keep)
  }
  requestAnimationFrame(keep)
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const rowOf = (id: string) => find(`[role="row"][data-key="${CSS.escape(id)}"]`)

/** On a phone a card is a line of a list, and what is done with it is its first button. */
const onPhone = (id: string) => find(`li[data-card="${CSS.escape(id)}"]`)
const buttonOf = (line: Element | null | undefined) => line?.querySelector<HTMLElement>('button') ?? null

function neighbourOnPhone(id: string) {
  const line = onPhone(id)
  return line?.nextElementSibling ?? line?.previousElementSibling
}

/** A card that went to a stage the phone does not show leaves its neighbour behind, else the choice of the stage. */
function insteadOnPhone(beside: Element | null | undefined) {
  if (document.activeElement !== document.body) return null
  return beside?.isConnected ? buttonOf(beside) : find('select[data-stage-choice]')
}

/** Behind an open window nothing takes the focus. */
const isFree = (place: Element | null) => place?.closest('[inert], [aria-hidden="true"]') === null
