/**
 * A queue whose places are given out at once and whose work is done in that order: cases are numbered in the order in which
 * they were opened, however many stories are told at a time.
 */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  /** Takes a place in the queue; the function given back waits for its turn and does the work. */
  return () => {
    let leave = () => {}
    const before = last
    last = new Promise<void>((resolve) => {
      leave = resolve
    })
    return async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await before
      return work().finally(leave)
    }
  }
}
