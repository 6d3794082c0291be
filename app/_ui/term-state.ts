/** What is shown of an explanation: nothing, while the pointer is there, or until it is put away. */
export type TermState = 'shut' | 'hovered' | 'held'
/** `away`: Escape, the focus gone on, or a press elsewhere. */
export type TermEvent = 'enter' | 'leave' | 'press' | 'away'

const next: Record<TermState, Partial<Record<TermEvent, TermState>>> = {
  shut: { enter: 'hovered', press: 'held' },
  hovered: { leave: 'shut', press: 'held', away: 'shut' },
  held: { press: 'shut', away: 'shut' },
}

/** A press keeps open what the pointer opened; only what the pointer opened ends with it. */
export const afterEvent = (state: TermState, event: TermEvent): TermState => next[state][event] ?? state

/**
 * How long the pointer has to stay before something opens, and how long it may be on its way from the word to the explanation,
 * in milliseconds (WCAG 1.4.13: what appears on hover can itself be hovered).
 */
export const termDelay: Partial<Record<TermEvent, number>> = { enter: 150, leave: 300 }
