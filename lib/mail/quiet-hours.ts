/** Hours of the day (0 to 24, where the office is) in which a client may be reached; null means the usual ones. */
export type ReachHours = { from: number | null; to: number | null }

const usual = { from: 8, to: 21 }
const step = 15 * 60_000

/**
 * The first quarter of an hour, now or later, at which a mail may go out: never between 21:00 and 08:00, and only within
 * the client's own hours where they named some. Undefined where the two leave no room: then nothing is sent.
 */
export function firstMomentFor(now: Date, zone: string, { from, to }: ReachHours): Date | undefined {
  const [opens, closes] = [Math.max(usual.from, from ?? usual.from), Math.min(usual.to, to ?? usual.to)]
  if (opens >= closes) return undefined
  const isOpen = (at: Date) => hourIn(at, zone) >= opens && hourIn(at, zone) < closes
  if (isOpen(now)) return now
  const start = Math.ceil(now.getTime() / step) * step
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const at = new Date(start + quarter * step)
    if (isOpen(at)) return at
  }
  return undefined
}

const hourIn = (at: Date, zone: string) =>
  Number.parseInt(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at), 10)
