import { addMonths, type CivilDate } from '@/lib/platform/dates'

export const retentionYears = 5

/** Until when a client's records are kept: five years after the last case was closed; null while one is open or none ever was. */
export function keptUntil(closedOn: readonly (CivilDate | null)[]): CivilDate | null {
  if (closedOn.length === 0 || closedOn.includes(null)) return null
  const last = closedOn
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)
  return last === undefined ? null : addMonths(last, retentionYears * 12)
}
