import { codeOf } from './database-trouble'

/** What PostgreSQL says when it undid a whole transaction so that others could go on: nothing of it happened. */
const undone: ReadonlySet<string> = new Set(['40001', '40P01'])
const tries = 3

/** Does the work again where the database had to undo it for others' sake; every other error is the caller's. */
export async function afterDeadlock<T>(work: () => Promise<T>, tried = 1): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tried === tries || !undone.has(codeOf(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 20 * 3 ** tried))
    return afterDeadlock(work, tried + 1)
  }
}
