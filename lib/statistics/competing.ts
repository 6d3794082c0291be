/** A row followed until one of several ends, or last seen without any (`cause` null); `count`: rows like it, 1 if not given. */
export type Ended = { time: number; cause: string | null; count?: number }

/** Just after a time: the share that has ended by each cause, and the share with none. */
export type Incidence = { time: number; byCause: Map<string, number>; eventFree: number }

/**
 * Cumulative incidence with competing ends (Aalen & Johansen 1978 Scand J Stat 5:141): of all that start, the share that
 * ended this way by this day. 1 - Kaplan-Meier would overstate it, treating the other ends as if they might still come
 * round. Rows last seen on a day count as at risk on it. One entry per time at which something ended.
 */
export function cumulativeIncidence(rows: readonly Ended[]): Incidence[] {
  const curve: Incidence[] = []
  let eventFree = 1
  let byCause = new Map<string, number>()
  for (const { time, atRisk, ends } of endTable(rows)) {
    const before = eventFree
    byCause = new Map(byCause)
    for (const [cause, count] of ends) byCause.set(cause, (byCause.get(cause) ?? 0) + (before * count) / atRisk)
    const ended = [...ends.values()].reduce((total, count) => total + count, 0)
    eventFree *= (atRisk - ended) / atRisk
    curve.push({ time, byCause, eventFree })
  }
  return curve
}

/** The curve at a given time: its last entry not after it; nothing has ended before the first. */
export function incidenceAt(curve: readonly Incidence[], time: number): Incidence {
  return curve.findLast((entry) => entry.time <= time) ?? { time, byCause: new Map(), eventFree: 1 }
}

function endTable(rows: readonly Ended[]) {
  const sorted = [...rows].sort((a, b) => a.time - b.time)
  const table: { time: number; atRisk: number; ends: Map<string, number> }[] = []
  let left = sorted.reduce((total, { count = 1 }) => total + count, 0)
  for (const { time, cause, count = 1 } of sorted) {
    if (table.at(-1)?.time !== time) table.push({ time, atRisk: left, ends: new Map() })
    const ends = table.at(-1)?.ends
    if (cause !== null) ends?.set(cause, (ends.get(cause) ?? 0) + count)
    left -= count
  }
  return table.filter(({ ends }) => ends.size > 0)
}
