import { chordOf, isLead, type Press, type ShortcutId, shortcutOf } from './shortcuts'

/** How long the second key of a sequence may take. */
const leadMs = 1200

/** Puts presses together that follow one another: `g`, then `b`. `at` is when, in milliseconds. */
export class Sequence {
  #lead = ''
  #until = 0

  /** What this press means on every page, with the one before it. */
  hear(press: Press, { at, singleKeys }: { at: number; singleKeys: boolean }): ShortcutId | undefined {
    const chord = chordOf(press)
    if (chord === undefined) return undefined
    const lead = at <= this.#until ? this.#lead : ''
    this.#lead = lead === '' && isLead(chord) ? chord : ''
    this.#until = at + leadMs
    return shortcutOf(chord, { place: 'everywhere', singleKeys, lead })
  }
}
