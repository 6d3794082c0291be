import { approvals } from './approval'
import { hiddenCells } from './small-cells'

/**
 * Which of the six fates (`approvals`) may not be counted, so that none of a few can be read or worked out. The tables of
 * factors add up to the decided, so these two are told or hidden together; of what is still open a few are told as open and
 * no more, not even which kinds are empty.
 */
export function hiddenSlices(by: ReadonlyMap<string, number>, limit: number): boolean[] {
  const [approved = 0, refused = 0, ...open] = approvals.map((fate) => by.get(fate) ?? 0)
  const decided = approved + refused
  const [isHidden = false] = hiddenCells([{ n: decided, events: approved }], limit)
  const kinds = hiddenCells(
    open.map((n) => ({ n, events: 0 })),
    limit,
  )
  const together = open.reduce((sum, n, index) => sum + (kinds[index] ? n : 0), 0)
  const isOpenHidden = isFew(decided, limit) || isFew(together, limit)
  return [isHidden, isHidden, ...kinds.map((isKindHidden) => isKindHidden || isOpenHidden)]
}

const isFew = (n: number, limit: number) => n > 0 && n < limit
