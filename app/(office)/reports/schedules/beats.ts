import type { Rhythm } from '@/db/vocabulary-jobs'

/** The times there are to choose from: every working day, a day of the week, a day of the month (31: its last). */
export const beats: readonly { rhythm: Rhythm; day: number }[] = [
  { rhythm: 'DAILY', day: 0 },
  ...[1, 2, 3, 4, 5].map((day) => ({ rhythm: 'WEEKLY' as const, day })),
  ...[1, 5, 10, 15, 20, 25, 31].map((day) => ({ rhythm: 'MONTHLY' as const, day })),
]

/** One choice of a form for what the command takes as two: `WEEKLY:1`. */
export const beatName = ({ rhythm, day }: { rhythm: Rhythm; day: number }) => `${rhythm}:${day}`

/** What the form sent, with its one choice taken apart; a choice that is none stays, for the command to refuse. */
export function withBeat({ beat, ...values }: Record<string, unknown>): Record<string, unknown> {
  const [rhythm, day = ''] = String(beat).split(':')
  return { ...values, rhythm, day: Number.parseInt(day, 10) }
}
