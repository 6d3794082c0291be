import { tookTooLong } from '@/lib/core/took-too-long'

/** What was read, or nothing where it took longer than somebody who waits for a page is made to wait. */
export const unlessTooLong = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: unknown) => {
    if (tookTooLong(error)) return undefined
    throw error
  })
