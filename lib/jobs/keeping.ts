/** How long what a job made is kept, and how long its line, in days. */
export const keptDays = { file: 7, line: 30 } as const

const day = 86_400_000

/** The moment from which a file is not kept any more. */
export const keptUntil = (endedAt: Date) => new Date(endedAt.getTime() + keptDays.file * day)

/** What ended before this is over its time. */
export const beforeKeeping = (now: Date, what: keyof typeof keptDays) => new Date(now.getTime() - keptDays[what] * day)
