import { Refusal } from '@/lib/core/refusal'

/** What was asked for, or undefined where the role does not allow it; the refusal stands in the access log. */
export async function unlessForbidden<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') return undefined
    throw error
  }
}
