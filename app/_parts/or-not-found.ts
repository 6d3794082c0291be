import { notFound } from 'next/navigation'
import { Refusal } from '@/lib/core/refusal'

/** What was asked for, or the page that says it is not there: for what is missing and what is not ours to see alike. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refusal) notFound()
    throw error
  }
}
