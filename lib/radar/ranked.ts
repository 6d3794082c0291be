import { type CivilDate, daysBetween } from '@/lib/platform/dates'
import { type RadarKind, radarKinds } from './kinds'

export type Dated = { kind: RadarKind; caseId: string; on: CivilDate }
export const radarBands = ['OVERDUE', 'TODAY', 'SOON', 'WEEK', 'LATER'] as const
export type RadarBand = (typeof radarBands)[number]
export type Ranked<Item extends Dated> = Item & { days: number; band: RadarBand }

/** Which kinds tell of the same thing where they fall on one day of one case: only the first of them is listed. */
const toldBy: Partial<Record<RadarKind, readonly RadarKind[]>> = {
  NEXT_ACTION: radarKinds.filter((kind) => kind !== 'NEXT_ACTION'),
  PROMISE: ['REPLY_DUE'],
  NEXT_DUE: ['MATURITY', 'INSTALMENT'],
}

/**
 * Dates as one list, nothing twice: those past first, then today's, the next three days', the week's and the rest; within a
 * band the heavier kind, then the earlier day.
 */
export function ranked<Item extends Dated>(items: readonly Item[], today: CivilDate): Ranked<Item>[] {
  const told = new Set(items.map((item) => place(item, item.kind)))
  const isTold = (item: Item) => (toldBy[item.kind] ?? []).some((kind) => told.has(place(item, kind)))
  return items
    .filter((item) => !isTold(item))
    .map((item) => ({ ...item, days: daysBetween(today, item.on), band: bandOf(daysBetween(today, item.on)) }))
    .toSorted((a, b) => radarBands.indexOf(a.band) - radarBands.indexOf(b.band) || weight(a) - weight(b) || a.days - b.days)
}

const place = ({ caseId, on }: Dated, kind: RadarKind) => `${caseId} ${on} ${kind}`
const weight = ({ kind }: Dated) => radarKinds.indexOf(kind)

const bands: readonly [upTo: number, band: RadarBand][] = [
  [-1, 'OVERDUE'],
  [0, 'TODAY'],
  [3, 'SOON'],
  [7, 'WEEK'],
]
const bandOf = (days: number) => bands.find(([upTo]) => days <= upTo)?.[1] ?? 'LATER'
