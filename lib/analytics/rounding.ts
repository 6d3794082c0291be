import { installationKey } from '@/lib/platform/env'
import { sha256 } from '@/lib/platform/hash'
import { leavesTeam } from './small-cells'

/** A count as it is told. */
export type Rounding = (count: number) => number

/** What leaves the team is told in fives. */
export const roundedTo = 5

export const exactly: Rounding = (count) => count

/** Figures with this limit: as they are inside the team, in fives outside it. */
export const roundingFor = (limit: number, office: string): Rounding =>
  leavesTeam(limit) ? roundingWith(sha256(JSON.stringify(['counts that leave the team', office, installationKey()]))) : exactly

/**
 * A count as the multiple of five below or above it, the nearer one the more often: on average it is itself, and never off by
 * more than four. The die is cast by the count and a key nobody outside has, so that a count is always told the same and asking
 * again tells nothing (fixed random rounding: Fraser & Wooton 2005; docs/decisions/0033).
 */
export const roundingWith =
  (key: string): Rounding =>
  (count) => {
    const over = count % roundedTo
    const die = Number.parseInt(sha256(`${key}:${count}`).slice(0, 8), 16) / 2 ** 32
    return count - over + (die < over / roundedTo ? roundedTo : 0)
  }
