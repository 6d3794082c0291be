type Period = { from: string | null; to: string | null }

/** Versions sent in one quarter, named by its first day, of how many clients, and how many were approved and refused. */
export type QuarterCount = { first: string; sent: number; clients: number; approved: number; refused: number }
type Stretch = { first: string; last: string }

/**
 * Quarters in order, joined to stretches that may each be told: of enough versions and people, and of no few approved or
 * refused. Every answer outside the team is of whole stretches, so that no two of them leave a difference of a few: neither at an
 * end nor in the middle.
 */
export function stretchesOf(quarters: readonly QuarterCount[], least: number): Stretch[] {
  const found: QuarterCount[] = []
  for (const quarter of quarters) {
    const open = found.at(-1)
    if (open === undefined || isToldOf(open, least)) found.push(quarter)
    else found.splice(-1, 1, joined(open, quarter))
  }
  // What is left at the end is too little by itself: it belongs to the stretch before, and both to one earlier if need be.
  for (let [before, last] = found.slice(-2); before && last && !isToldOf(last, least); [before, last] = found.slice(-2))
    found.splice(-2, 2, joined(before, last))
  const end = quarters.at(-1)
  return found.map(({ first }, index) => {
    const next = found[index + 1]
    return { first, last: next === undefined ? quarterOf(end?.first ?? first).last : dayBefore(next.first) }
  })
}

const isToldOf = ({ sent, clients, approved, refused }: QuarterCount, least: number) =>
  Math.min(sent, clients) >= least && [approved, refused].every((n) => n === 0 || n >= least)

/** One person may be in both: as many as in the larger there are for certain. */
const joined = (a: QuarterCount, b: QuarterCount): QuarterCount => ({
  first: a.first,
  sent: a.sent + b.sent,
  clients: Math.max(a.clients, b.clients),
  approved: a.approved + b.approved,
  refused: a.refused + b.refused,
})

/**
 * The period as it may be told outside the team: widened to whole quarters, and these to whole stretches. Two periods a day
 * apart would otherwise tell by their difference what became of the one case between them.
 */
export const outsidePeriod = <Asked extends Period>(asked: Asked, stretches: readonly Stretch[]): Asked => ({
  ...asked,
  from: asked.from === null ? null : within(quarterOf(asked.from), stretches).first,
  to: asked.to === null ? null : within(quarterOf(asked.to), stretches).last,
})

/** The first day of the stretch a quarter lies in, by the quarter's first day. */
export const stretchAround = (first: string, stretches: readonly Stretch[]): string => within(quarterOf(first), stretches).first

/** The stretch a quarter lies in; itself, where nothing was sent around it. */
const within = (quarter: Stretch, stretches: readonly Stretch[]) =>
  stretches.find(({ first, last }) => first <= quarter.first && quarter.last <= last) ?? quarter

const ends: Record<string, string> = { '01': '03-31', '04': '06-30', '07': '09-30', '10': '12-31' }
const before: Record<string, string> = { '01': '12-31', '04': '03-31', '07': '06-30', '10': '09-30' }

/** First and last day of the quarter of a civil date. */
function quarterOf(date: string): Stretch {
  const [year = '', month = '01'] = date.split('-')
  const first = ['10', '07', '04', '01'].find((start) => month >= start) ?? '01'
  return { first: `${year}-${first}-01`, last: `${year}-${ends[first]}` }
}

/** The last day before a quarter. */
function dayBefore(first: string): string {
  const [year = '', month = '01'] = first.split('-')
  return `${month === '01' ? String(Number.parseInt(year, 10) - 1) : year}-${before[month]}`
}
