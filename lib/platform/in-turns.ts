import { setImmediate } from 'node:timers/promises'

/**
 * Changes very many values one by one and lets the process answer others in between: a million at once would keep everybody
 * waiting for seconds.
 */
export async function mapInTurns<A, B>(values: readonly A[], change: (value: A) => B, perTurn = 20_000): Promise<B[]> {
  const changed: B[] = []
  for (let from = 0; from < values.length; from += perTurn) {
    for (const value of values.slice(from, from + perTurn)) changed.push(change(value))
    await setImmediate()
  }
  return changed
}
