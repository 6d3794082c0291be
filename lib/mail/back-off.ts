/** A mail is tried this often, over most of a day, before somebody has to look at it. */
export const mostAttempts = 10

const first = 5 * 60_000
const longest = 6 * 60 * 60_000

/** Milliseconds until a mail that was tried `attempts` times is tried again: five minutes, then twice as long each time. */
export const pauseAfter = (attempts: number): number => Math.min(first * 2 ** (attempts - 1), longest)
