import { Refusal } from '@/lib/core/refusal'

const freeTries = 6
const quarterHour = 15 * 60
const day = 24 * 60 * 60

/**
 * Seconds to wait after the latest wrong code: none for the first five, a quarter of an hour after six, a day after
 * twenty. A link lives a week, so that a code of six digits is guessed with less than 1 in 9,000.
 */
export function waitAfterWrongCodes(wrong: number): number {
  if (wrong < freeTries) return 0
  return wrong < 20 ? quarterHour : day
}

/** What is said of a wrong code: one after which there is a pause says so at once, and sends nobody to try again. */
export function wrongCode(wrong: number, otherwise: Refusal): Refusal {
  const seconds = waitAfterWrongCodes(wrong)
  return seconds === 0 ? otherwise : new Refusal('too_many', { seconds })
}

/** A new link may be asked for once a day. */
export const mayAskAgain = (askedAt: Date | null, now: Date) =>
  askedAt === null || now.getTime() - askedAt.getTime() >= day * 1000

export const linkDays = 7
export const deviceDays = 30
export const signingMinutes = 30
