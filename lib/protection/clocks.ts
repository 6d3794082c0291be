import { addMonths, type CivilDate } from '@/lib/platform/dates'
import type { Incident } from './facts'

/** The law says "at once" [PIPL 57]; so many hours after it was found we hold ourselves to. */
export const clockHours = { authority: 24, people: 72 } as const

export type Clock = {
  who: keyof typeof clockHours
  /** Instant, as ISO text. */
  by: string
  /** `excused`: people need not be told where measures kept harm away, and the reason is written down [PIPL 57]. */
  state: 'told' | 'excused' | 'due' | 'late'
}

/** By when the authority and the people concerned are to be told, and whether they were. */
export function clocksOf({ foundAt, authorityOn, peopleOn, whyNotTold }: Incident, now: Date): Clock[] {
  const clock = (who: Clock['who'], answered: 'told' | 'excused' | undefined): Clock => {
    const by = new Date(Date.parse(foundAt) + clockHours[who] * 3_600_000)
    return { who, by: by.toISOString(), state: answered ?? (now > by ? 'late' : 'due') }
  }
  const people = peopleOn === null ? (whyNotTold === '' ? undefined : 'excused') : 'told'
  return [clock('authority', authorityOn === null ? undefined : 'told'), clock('people', people)]
}

/** An assessment is kept three years at least [PIPL 56]. */
export const keptUntil = (decidedOn: CivilDate): CivilDate => addMonths(decidedOn, 36)
