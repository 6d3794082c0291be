import { approvals } from './approval'
import { hiddenCells, leavesTeam } from './small-cells'

/**
 * Which of the six fates (`approvals`) may not be counted, so that none of a few can be read or worked out. The tables of
 * factors add up to the decided, so these two are told or hidden together; of what is still open a few are told as open and
 * no more, not even which kinds are empty. `isPart`: of a part the kinds of open ones are not told outside the team, since the whole
 * less the parts beside it would count a few of a kind.
 */
export function hiddenSlices(by: ReadonlyMap<string, number>, limit: number, isPart = false): boolean[] {
  const [approved = 0, refused = 0, ...open] = approvals.map((fate) => by.get(fate) ?? 0)
  const decided = approved + refused
  // That nobody is there is told already by how many were sent.
  if (decided + open.reduce((sum, n) => sum + n, 0) === 0) return approvals.map(() => false)
  const [isHidden = false] = hiddenCells([{ n: decided, events: approved }], limit)
  const kinds = hiddenCells(
    open.map((n) => ({ n, events: 0 })),
    limit,
  )
  const together = open.reduce((sum, n, index) => sum + (kinds[index] ? n : 0), 0)
  const isOpenHidden = (isPart && leavesTeam(limit)) || isFew(decided, limit) || isFew(together, limit)
  return [isHidden, isHidden, ...kinds.map((isKindHidden) => isKindHidden || isOpenHidden)]
}

const isFew = (n: number, limit: number) => n > 0 && n < limit
